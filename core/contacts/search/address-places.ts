// The places an address is in, as somebody would look for them.

/** One component with its escapes, up to the next semicolon. */
const COMPONENT = /((?:[^\\;]|\\[\s\S]?)*)(?:;|$)/y;
const [LOCALITY, REGION, COUNTRY] = [3, 4, 6];

/** Town, region and country of an `ADR` value (RFC 6350 §6.3.1), those there are. */
export function addressPlaces(value: string): string[] {
  const components: string[] = [];
  COMPONENT.lastIndex = 0;
  while (components.length <= COUNTRY && COMPONENT.lastIndex < value.length) {
    const [, component = ''] = COMPONENT.exec(value) ?? [];
    components.push(component.replaceAll(/\\([\s\S])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)));
  }
  return [LOCALITY, REGION, COUNTRY].flatMap((at) => {
    const place = components[at]?.trim() ?? '';
    return place === '' ? [] : [place];
  });
}
