// The owner's word about how well people know them and each other.
import type { TieLevel } from '#core/network/model.ts';

export interface StatementRow {
  readonly a: string;
  readonly b?: string;
  readonly level: TieLevel;
  readonly note?: string;
  /** Said so many days ago. */
  readonly days: number;
}

export const STATEMENTS: readonly StatementRow[] = [
  { a: 'omar', level: 'trusted', note: 'Every Thursday at the shop.', days: 90 },
  { a: 'pelle', level: 'trusted', note: 'My brother.', days: 30 },
  { a: 'annegret', level: 'know_well', days: 300 },
  { a: 'juergen', level: 'know_well', note: 'Eleven years of books together.', days: 800 },
  { a: 'tomas', level: 'know', days: 200 },
  { a: 'ana', level: 'know', days: 100 },
  { a: 'priya', level: 'know', days: 100 },
  { a: 'wanjiru', level: 'know', days: 400 },
  { a: 'siobhan', level: 'know', days: 15 },
  { a: 'minjun', level: 'know', days: 180 },
  { a: 'haruka', level: 'know', days: 240 },
  { a: 'taro', level: 'acquaintance', days: 760 },
  { a: 'jose', level: 'know', days: 300 },
  { a: 'nadeesha', level: 'acquaintance', days: 330 },
  { a: 'linh', level: 'know', days: 100 },
  { a: 'dylan', level: 'name_only', note: 'Accepted years ago without asking.', days: 120 },
  { a: 'kwame', level: 'name_only', days: 120 },
  { a: 'ana', b: 'tomas', level: 'know_well', note: 'Shared an office.', days: 100 },
  { a: 'ana', b: 'bo', level: 'know', note: 'Built the listening room together.', days: 100 },
  { a: 'ines', b: 'bo', level: 'know_well', note: 'Same lab.', days: 100 },
  { a: 'ines', b: 'lukasz', level: 'know', note: 'Same lab.', days: 100 },
  { a: 'priya', b: 'arjun', level: 'know_well', days: 100 },
  { a: 'priya', b: 'grace', level: 'know', days: 100 },
  { a: 'omar', b: 'yusuf', level: 'trusted', days: 90 },
  { a: 'omar', b: 'layla', level: 'know', days: 90 },
  { a: 'omar', b: 'noam', level: 'acquaintance', days: 90 },
  { a: 'annegret', b: 'maximilian', level: 'know_well', days: 300 },
  { a: 'annegret', b: 'olena', level: 'know', note: 'Met at the fair every year.', days: 300 },
  { a: 'wanjiru', b: 'fatou', level: 'know_well', days: 400 },
  { a: 'wanjiru', b: 'kwame', level: 'know', days: 400 },
  { a: 'kwame', b: 'oyelaran', level: 'know_well', days: 400 },
  { a: 'siobhan', b: 'ioana', level: 'know_well', days: 15 },
  { a: 'minjun', b: 'seoyeon', level: 'know', days: 180 },
  { a: 'seoyeon', b: 'eleni', level: 'know_well', days: 180 },
  { a: 'jose', b: 'chiara', level: 'know', days: 300 },
  { a: 'jose', b: 'xochitl', level: 'acquaintance', days: 300 },
  { a: 'haruka', b: 'taro', level: 'know', days: 240 },
  { a: 'chiamaka', b: 'hinemoa', level: 'know_well', days: 260 },
  { a: 'tomas', b: 'luca', level: 'know', days: 200 },
];
