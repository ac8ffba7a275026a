// Telephone numbers dialled the national way, as the whole world would dial them (E.164).
import { isSupportedCountry, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

interface Plan {
  readonly region: CountryCode;
  readonly callingCode: string;
  /** What is dialled before a number within the country, where it is as simple as that. */
  readonly trunkPrefix: string;
  /** What is dialled to leave the country. */
  readonly exit: RegExp;
  readonly valid: RegExp;
  /** The country's own way of reading its numbers: left to the library, which takes thirty times as long. */
  readonly isIntricate: boolean;
}

/** What the library's numbering plans answer and its types leave out. */
interface NumberingPlan {
  callingCode(): string;
  IDDPrefix(): string | undefined;
  nationalPrefix(): string | undefined;
  nationalPrefixForParsing(): string | undefined;
  nationalNumberPattern(): string;
}

const plans = new Map<string, Plan | undefined>();

function planOf(region: string): Plan | undefined {
  if (!plans.has(region)) plans.set(region, isSupportedCountry(region) ? readPlan(region) : undefined);
  return plans.get(region);
}

function readPlan(region: CountryCode): Plan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  // The library's own class, of which its types name three methods; tests call every one used here.
  const numberingPlan = metadata.numberingPlan as unknown as NumberingPlan;
  const trunkPrefix = numberingPlan.nationalPrefix() ?? '';
  const parsing = numberingPlan.nationalPrefixForParsing();
  return {
    region,
    callingCode: numberingPlan.callingCode(),
    trunkPrefix,
    exit: new RegExp(`^(?:${numberingPlan.IDDPrefix() ?? '00'})`),
    valid: new RegExp(`^(?:${numberingPlan.nationalNumberPattern()})$`),
    isIntricate: parsing !== undefined && parsing !== trunkPrefix,
  };
}

/**
 * The E.164 form of digits dialled within a region (ISO 3166-1 alpha-2, upper case): `03012345` from Germany is
 * `+493012345`. Undefined where the region is unknown or has no such number: then nothing is guessed. Numbering plans
 * are those of libphonenumber; a number is checked against its country's pattern, not whether anybody answers.
 */
export function internationalNumber(digits: string, region: string): string | undefined {
  const plan = planOf(region);
  if (plan === undefined) return undefined;
  return (
    dialledAbroad(digits, plan) ??
    (plan.isIntricate ? parsed(digits, plan.region) : dialledAtHome(digits, plan))
  );
}

/** 00 or 011, then a country and a number that is valid there. */
function dialledAbroad(digits: string, { exit }: Plan): string | undefined {
  const left = exit.exec(digits)?.[0] ?? '';
  return left !== '' && digits.length > left.length ? parsed(`+${digits.slice(left.length)}`) : undefined;
}

function parsed(number: string, region?: CountryCode): string | undefined {
  const found = parsePhoneNumberFromString(number, region);
  return found?.isValid() === true ? found.number : undefined;
}

/** With the trunk prefix, without it, or with the country's calling code and no plus, even both: 46 (0) 8 … */
function dialledAtHome(digits: string, { trunkPrefix, callingCode, valid }: Plan): string | undefined {
  const behind = (prefix: string) => (digits.startsWith(prefix) ? digits.slice(prefix.length) : '');
  const forms = [behind(trunkPrefix), digits, behind(callingCode), behind(callingCode + trunkPrefix)];
  const national = forms.find((form) => valid.test(form));
  return national === undefined ? undefined : `+${callingCode}${national}`;
}
