// A postal address as it would stand on an envelope, as far as its country's habit is known.
import { componentsOf } from './components.ts';

type PlaceLine = (place: Place) => readonly string[];

interface Place {
  readonly locality: string;
  readonly region: string;
  readonly code: string;
}

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

/** "Springfield, IL 62701" */
const regionThenCode: PlaceLine = ({ locality, region, code }) => [
  joined([locality, joined([region, code], ' ')], ', '),
];
/** Town, county and code each on a line of its own. */
const codeLast: PlaceLine = ({ locality, region, code }) => [locality, region, code];
/** "10115 Berlin", and the region where there is one. */
const codeFirst: PlaceLine = ({ locality, region, code }) => [joined([code, locality], ' '), region];

/** Countries by the names and ISO 3166 codes their own addresses carry; everybody else writes the code first. */
const HABITS: readonly (readonly [RegExp, PlaceLine])[] = [
  [/^(?:us|usa|u\.s\.a?\.?|united states(?: of america)?|ca|can|canada|au|aus|australia)$/i, regionThenCode],
  [/^(?:gb|gbr|uk|u\.k\.|united kingdom|great britain|england|scotland|wales|ie|irl|ireland)$/i, codeLast],
];

/** Where no country is named, a region of two or three capitals is how an American or Australian address looks. */
function habitOf(country: string, region: string): PlaceLine {
  if (country === '' && /^[A-Z]{2,3}$/.test(region)) return regionThenCode;
  return HABITS.find(([pattern]) => pattern.test(country))?.[1] ?? codeFirst;
}

/**
 * The lines of an `ADR` value (RFC 6350 §6.3.1: box; extended; street; locality; region; code; country). The further
 * components of RFC 9554 repeat what the first seven say and are left out.
 */
export function addressLines(value: string): string[] {
  const [box = '', extended = '', street = '', locality = '', region = '', code = '', country = ''] =
    componentsOf(value);
  const place = habitOf(country, region)({ locality, region, code });
  return [extended, street, box, ...place, country]
    .flatMap((part) => part.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
