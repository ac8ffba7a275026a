// Labels that mean two things, decided by the columns beside them: `Name` beside `Vorname`, `Title` beside `Job Title`.
import { mayBeTitle } from '#core/contacts/names/titles.ts';
import { SINGLE, type Target } from './targets.ts';

type Said = (Target | undefined)[];

const partOf = (target: Target) => target.split(' ')[0] ?? '';
const placeOf = (target: Target) => target.split(' ')[1] ?? '';

/** `Attendee #`, `Contact no.`: numbers that tell records apart. */
const areNumbers = (values: readonly string[]): boolean => {
  const written = values.filter((value) => value.trim() !== '');
  return written.length > 0 && written.every((value) => /^\s*[\d#.-]+\s*$/.test(value));
};

/** `Name`: the family name beside a given one, the given name beside a family one, else all of it. */
function settleNames(said: Said, values: (at: number) => readonly string[]): void {
  for (const [at, target] of said.entries()) {
    if (target !== 'NAME?') continue;
    if (areNumbers(values(at))) {
      said[at] = undefined;
      continue;
    }
    if (!said.includes('GIVEN') && said.includes('FAMILY')) said[at] = 'GIVEN';
    else if (said.includes('GIVEN') && !said.includes('FAMILY')) said[at] = 'FAMILY';
    else said[at] = said.includes('FULLNAME') ? undefined : 'FULLNAME';
  }
}

/** Most of the values start as titles do: `Dr.`, `Frau`, `Ms`. */
function areTitles(values: readonly string[]): boolean | undefined {
  const written = values.map((value) => value.trim()).filter(Boolean);
  if (written.length === 0) return undefined;
  const titles = written.filter(
    (value) => value.length < 20 && mayBeTitle((value.split(/\s+/)[0] ?? '').replace(/\.$/, '')),
  );
  return titles.length * 2 >= written.length;
}

/** What one `Title` is: a position, unless there is a column for that, or it stands before the name and holds titles. */
function titleMeaning(said: Said, at: number, values: readonly string[]): Target | undefined {
  const given = said.indexOf('GIVEN');
  const isPrefix = areTitles(values) ?? (given < 0 || at < given);
  const hasTitle = said.includes('TITLE');
  // `Anrede, Titel, Vorname`: both stand before the name.
  if (said.includes('PREFIX')) return isPrefix ? 'PREFIX' : hasTitle ? undefined : 'TITLE';
  return hasTitle || said.indexOf('TITLE?', at + 1) > 0 || isPrefix ? 'PREFIX' : 'TITLE';
}

/** Most of the values stand in the name of their row as well. */
function areOfName(said: Said, at: number, values: (at: number) => readonly string[]): boolean {
  const names = ['GIVEN', 'FULLNAME'].map((part) => said.indexOf(part)).filter((name) => name >= 0);
  const written = [...values(at).entries()].filter(([, value]) => value !== '');
  const repeated = written.filter(([row, value]) => names.some((name) => values(name)[row]?.includes(value)));
  return written.length > 0 && repeated.length * 2 >= written.length;
}

/** Act!'s and others' `Salutation` is how a letter begins (`Ana`); Salesforce's is a title. */
function settleSalutation(said: Said, values: (at: number) => readonly string[]): void {
  for (const [at, target] of said.entries())
    if (target === 'PREFIX?') said[at] = areOfName(said, at, values) ? 'X-SALUTATION' : 'PREFIX';
}

function settleTitles(said: Said, values: (at: number) => readonly string[]): void {
  for (const [at, target] of said.entries())
    if (target === 'TITLE?') said[at] = titleMeaning(said, at, values(at));
}

/** `Geburtsjahr, Geburtsmonat, Geburtstag`: beside a year the birthday is its day; a lone `Mois` is no birthday. */
function settleBirthday(said: Said): void {
  const hasYear = said.includes('BDAY-YEAR');
  const day = said.indexOf('BDAY');
  if (hasYear && day >= 0 && said.includes('BDAY-MONTH') && !said.includes('BDAY-DAY'))
    said[day] = 'BDAY-DAY';
  if (hasYear || (said.includes('BDAY-MONTH') && said.includes('BDAY-DAY'))) return;
  for (const [at, target] of said.entries())
    if (target === 'BDAY-MONTH' || target === 'BDAY-DAY') said[at] = undefined;
}

const isAddress = (target: Target | undefined): target is Target =>
  target !== undefined && /^ADR\b/.test(target);

/** `Home Street, City, Zip`: a part that names no place stands behind the one it belongs to. */
function settlePlaces(said: Said): void {
  let place = '';
  for (const [at, target] of said.entries()) {
    if (!isAddress(target)) continue;
    const own = placeOf(target);
    if (own !== '' || /^ADR(?:-STREET)?$/.test(target)) {
      place = own;
      continue;
    }
    const whole = place === '' ? target : `${target} ${place}`;
    if (!said.includes(whole)) said[at] = whole;
  }
}

/**
 * `Home Address, Home Address 2, Home City`: beside a city an address is its street. With a street of its own behind it
 * (`Home Address, Home Street, …`, as Google writes for Outlook) it is the whole of it.
 */
function settleStreets(said: Said, own: readonly string[]): void {
  for (const [at, target] of said.entries()) {
    if (target === undefined || partOf(target) !== 'ADR') continue;
    const place = placeOf(target);
    const of = (part: string) => (place === '' ? part : `${part} ${place}`);
    const hasParts = ['ADR-CITY', 'ADR-CODE'].some((part) => said.includes(of(part)));
    const street = said.indexOf(of('ADR-STREET'));
    if (hasParts && (street < 0 || /-?2$/.test(own[street] ?? ''))) said[at] = of('ADR-STREET');
  }
}

/** Outlook's `Ort` is where somebody is, when its addresses have cities of their own. */
function settleLocation(said: Said): void {
  const at = said.indexOf('ADR-CITY');
  const others = said.filter((target) => target !== undefined && /^ADR-CITY (?:home|work)$/.test(target));
  const isAlone = !said.some(
    (target) => target !== 'ADR-CITY' && isAddress(target) && placeOf(target) === '',
  );
  if (at >= 0 && others.length > 1 && isAlone) said[at] = 'X-LOCATION';
}

/** Nobody of the first rows has it. */
const isEmpty = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

/**
 * Every column with one meaning. `own` are the names columns have by themselves, for those nobody knows and for those
 * that say again what a person has only once.
 */
export function settled(
  said: readonly (Target | undefined)[],
  own: readonly string[],
  values: (at: number) => readonly string[],
): Target[] {
  const targets: Said = own.map((_, at) => said[at]);
  settleNames(targets, values);
  settleSalutation(targets, values);
  settleTitles(targets, values);
  settleBirthday(targets);
  settleLocation(targets);
  settlePlaces(targets);
  settleStreets(targets, own);
  const chosen = new Map<string, number>();
  for (const [at, target] of targets.entries()) {
    if (target === undefined || !SINGLE.has(target)) continue;
    const first = chosen.get(target);
    if (first === undefined || (isEmpty(values(first)) && !isEmpty(values(at)))) chosen.set(target, at);
  }
  return own.map((name, at) => {
    const target = targets[at] ?? name;
    return chosen.has(target) && chosen.get(target) !== at ? name : target;
  });
}
