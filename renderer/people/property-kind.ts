// What a value is for, in words: "work, mobile", "spouse", "Skype"; and the free label a source gave it.
import type { Parameters, Property } from '#core/contacts/model.ts';
import { en } from '#renderer/strings/catalogues.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export type Qualified = Pick<Property, 'name' | 'value' | 'type'> & {
  readonly parameters?: Parameters | undefined;
};

type TypeWord = keyof typeof en.people.types;
type Service = keyof typeof en.people.services;

const isTypeWord = (text: string): text is TypeWord => Object.hasOwn(en.people.types, text);
const isService = (text: string): text is Service => Object.hasOwn(en.people.services, text);

/** What Apple's address book writes around the labels it translates itself. */
const SENTINEL = /^_\$!<([^>]*)>!\$_$/;

/** Types that say how a value travels, not what it is for. */
const NOISE: ReadonlySet<string> = new Set([
  '',
  'internet',
  'voice',
  'x400',
  'pref',
  'dom',
  'intl',
  'parcel',
  'postal',
]);

const first = (parameters: Parameters | undefined, name: string): string =>
  parameters === undefined || !Object.hasOwn(parameters, name) ? '' : (parameters[name]?.[0] ?? '').trim();

/** One vCard TYPE or label in words; one without a word of ours stays as the source wrote it. */
export function typeWords(type: string): string {
  const written = SENTINEL.exec(type.trim())?.[1] ?? type.trim();
  const key = written.toLowerCase().replaceAll(' ', '-');
  return isTypeWord(key) ? i18n.t(`people:types.${key}`) : written.replace(/^x-/i, '');
}

/** The name of a messenger or a social network: "Skype", "GitHub"; an unknown one as it was written. */
export function serviceWords(service: string): string {
  const key = service.trim().toLowerCase().replace(/^x-/, '');
  return isService(key) ? i18n.t(`people:services.${key}`) : service.trim();
}

/** The label somebody gave a value (`X-ABLABEL`), in words; empty where there is none. */
export const labelWords = (parameters: Parameters | undefined): string => {
  const label = first(parameters, 'X-ABLABEL');
  return label === '' ? '' : typeWords(label);
};

const HAS_SERVICE: ReadonlySet<string> = new Set(['IMPP', 'SOCIALPROFILE']);
const SCHEME = /^([a-z][a-z0-9+.-]{1,30}):(?!\/\/)/i;

/** Which messenger or network: what the parameters say, else the type, else the address's scheme. */
function serviceOf({ name, value, type, parameters }: Qualified): string {
  if (!HAS_SERVICE.has(name)) return '';
  const said = first(parameters, 'SERVICE-TYPE') || first(parameters, 'X-SERVICE-TYPE');
  if (said !== '') return said;
  const typed = type.split(',').find((one) => isService(one.trim()));
  return typed ?? SCHEME.exec(value)?.[1] ?? '';
}

function yearsWords(parameters: Parameters | undefined): string {
  const [from, to] = [first(parameters, 'X-FROM'), first(parameters, 'X-TO')];
  if (from === '' && to === '') return '';
  if (to === '') return i18n.t('people:since', { from: dateWords(from) });
  return from === ''
    ? i18n.t('people:until', { to: dateWords(to) })
    : i18n.t('people:fromTo', { from: dateWords(from), to: dateWords(to) });
}

/**
 * What a value is for, in the order of a sentence: the service, the label, the types, the years, and whether it is
 * the preferred one. Nothing is said twice; a LinkedIn address says so in its term already.
 */
export function kindWords(property: Qualified): string {
  const { name, type, parameters } = property;
  const service = serviceOf(property);
  const label = isLabelled(property) ? '' : labelWords(parameters);
  const types = type
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(
      (one) => !NOISE.has(one) && one !== service.toLowerCase() && !(name === 'URL' && one === 'linkedin'),
    );
  const preferred = first(parameters, 'PREF') === '1' ? i18n.t('people:preferred') : '';
  const words = [serviceWords(service), label, ...types.map(typeWords), yearsWords(parameters), preferred];
  return [...new Set(words)].filter((word) => word !== '').join(', ');
}

/** Whether the label is the value's whole name: a field of its source's own, `X-…`, that somebody has named. */
export const isLabelled = ({ name, parameters }: Pick<Qualified, 'name' | 'parameters'>): boolean =>
  !Object.hasOwn(en.people.properties, name) && first(parameters, 'X-ABLABEL') !== '';
