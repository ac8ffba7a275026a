// Postal addresses and places of vCards.
import { escaped, parted, unescaped } from '#core/formats/vcard/escapes.ts';
import { add, type Building, type Handler, isOld, plainText, shape } from './vcard-building.ts';
import { type Shape, shapedWith } from './vcard-shape.ts';

const ADDRESS_PARTS = 7;

/** Seven components (RFC 6350 §6.3.1, or more as RFC 9554 has them), written the 4.0 way whatever the version. */
export const adr: Handler = (property, building) => {
  const shaped = shape(property, building);
  const value = padded(property.value, building);
  const label = shaped.parameters?.['LABEL']?.map(plainText);
  if (!EMPTY.test(value)) add(building, 'ADR', value, label ? shapedWith(shaped, { LABEL: label }) : shaped);
  else if (label) addLabel(building, label.join(', '), shaped);
};

const EMPTY = /^[; ]*$/;
/** An address that is written as the book writes it: nothing escaped, no list, no space around a component. */
const USUAL = /^[^\\,\r\n;]*(?:;[^\\,\r\n;]*){6}$/;

function padded(written: string, building: Building): string {
  if (USUAL.test(written) && !/ ;|; |^ | $/.test(written)) return written;
  const parts = parted(written, ';');
  // An address in one piece is no post office box.
  if (parts.length === 1) parts.unshift('', '');
  const components = parts.map((part) => component(part, isOld(building)));
  while (components.length < ADDRESS_PARTS) components.push('');
  return components.join(';');
}

function component(written: string, isOneValue: boolean): string {
  const values = isOneValue ? [written] : parted(written, ',');
  return values.map((value) => escaped(plainText(value).trim())).join(',');
}

/** An address of which only the label is known: its lines stand where the street stands. */
export function addLabel(building: Building, label: string, shaped: Shape): void {
  if (label.trim() !== '')
    add(building, 'ADR', `;;${escaped(label.trim())};;;;`, shapedWith(shaped, { LABEL: [label.trim()] }));
}

/** 3.0's two numbers as the URI 4.0 has (RFC 5870). */
export const geo: Handler = (property, building) => {
  const [, latitude, longitude] =
    /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[;,]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(unescaped(property.value)) ?? [];
  const value = latitude === undefined ? plainText(property.value) : `geo:${latitude},${longitude}`;
  add(building, 'GEO', value, shape(property, building));
};
