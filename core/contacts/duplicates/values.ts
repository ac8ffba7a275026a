// Everything that is matched whole, once: e-mail addresses, telephone numbers, codes – with the part that is looked at closer.
import { lettersOf } from './likeness.ts';
import { interner } from './vocabulary.ts';
import type { Interner } from './vocabulary.ts';

/** Values with a letter in front for their kind: `e` e-mail, `t` telephone, others as they come. */
export interface Values extends Interner {
  /** Local part of an e-mail address, last eight digits of a telephone number, anything else whole. */
  part(id: number): string;
  /** `lettersOf` that part. */
  partLetters(id: number): number;
}

/** Digits that the national and the international way of writing a number share. */
const telTail = (tel: string): string => tel.replace(/x\d+$/, '').replace(/\D/g, '').slice(-8);

function partOf(text: string): string {
  const value = text.slice(1);
  if (text.startsWith('e')) return value.slice(0, Math.max(0, value.lastIndexOf('@')));
  return text.startsWith('t') ? telTail(value) : value;
}

export function valuesOnce(): Values {
  const texts = interner();
  const parts: string[] = [];
  const letters: number[] = [];
  const part = (id: number) => (parts[id] ??= partOf(texts.text(id)));
  return {
    idOf: (text) => texts.idOf(text),
    text: (id) => texts.text(id),
    get size() {
      return texts.size;
    },
    part,
    partLetters: (id) => (letters[id] ??= lettersOf(part(id))),
  };
}
