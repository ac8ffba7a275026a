import { classes } from './classes.ts';
import css from './Avatar.module.css';

const HUES = 12;

/** One of twelve hues, spread evenly; from the id only, so it says nothing about anybody. */
export const hueOf = (id: number): number => (Math.imul(id, 0x9e3779b1) >>> 16) % HUES;

/** Up to two initials: the first letters of the first and last word that start with one; CJK and Arabic names, which join or stand alone, give one. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s·]+/u).filter((word) => /^\p{L}/u.test(word));
  const first = [...(words[0] ?? '')][0] ?? '';
  if (
    /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Arabic}/u.test(first)
  )
    return first;
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** Initials on a colour. Decoration: the name stands beside it. */
export function Avatar({
  id,
  name,
  size = 'medium',
}: {
  readonly id: number;
  readonly name: string;
  readonly size?: 'small' | 'medium' | 'large';
}) {
  return (
    <span className={classes(css.avatar, css[size])} data-hue={hueOf(id)} data-private="" aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
