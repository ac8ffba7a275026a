// The letters that come with the program, as plain text: `assets/templates`, copied beside the threads when built.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DraftKind } from '#core/introductions/model.ts';
import type { LetterLanguage } from '#core/introductions/model.ts';
import { runsIn } from '#core/introductions/privacy/borrowed.ts';
import { plainWords } from '#core/introductions/template-language.ts';

/** From a built thread, and from source. */
const PLACES = ['./templates', '../../assets/templates'];

let folder: string | undefined;
const read = new Map<string, string>();

/** The template file of a kind in a language; read once. */
export function shippedTemplate(kind: DraftKind, language: LetterLanguage): string {
  const name = `${language}/${kind}.liquid`;
  let text = read.get(name);
  if (text === undefined) {
    folder ??= PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
      fs.existsSync(place),
    );
    text = fs.readFileSync(`${folder ?? ''}/${name}`, 'utf8');
    read.set(name, text);
  }
  return text;
}

const made = new Map<LetterLanguage, ReadonlySet<string>>();

/** The runs of words letters in a language are made of; worked out once. */
export function commonplaces(language: LetterLanguage): ReadonlySet<string> {
  let runs = made.get(language);
  if (runs === undefined) {
    runs = runsIn(DraftKind.options.map((kind) => plainWords(shippedTemplate(kind, language))).join('\n'));
    made.set(language, runs);
  }
  return runs;
}
