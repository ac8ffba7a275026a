// Nominal types: two ids of different things must not be mixed up by the compiler's eyes.
import { z } from 'zod';

/** A schema for a row's primary key, branded with the name of the thing it identifies. */
export const idOf = <const Name extends string>(name: Name) =>
  z.int().positive().brand<Name>().describe(`${name} id`);
