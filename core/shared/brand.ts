// Nominal types: two ids of different things must not be mixed up by the compiler's eyes.
import { z } from 'zod';

/** The schema of a row's key: a positive integer that only equals keys of the same name. */
export type IdSchema<Name extends string> = z.core.$ZodBranded<z.ZodInt, Name>;

/** A schema for a row's primary key, branded with the name of the thing it identifies. */
export const idOf = <const Name extends string>(name: Name): IdSchema<Name> =>
  // zod cannot resolve `brand` for a type parameter; with any one name it is exactly this.
  z.int().positive().describe(`${name} id`) as unknown as IdSchema<Name>;
