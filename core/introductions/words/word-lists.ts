// Words of seven languages an introduction is read by. Every list is asked of every text: people mix languages.
import { z } from 'zod';
import de from '#assets/introductions/de.json' with { type: 'json' };
import en from '#assets/introductions/en.json' with { type: 'json' };
import es from '#assets/introductions/es.json' with { type: 'json' };
import fr from '#assets/introductions/fr.json' with { type: 'json' };
import it from '#assets/introductions/it.json' with { type: 'json' };
import nl from '#assets/introductions/nl.json' with { type: 'json' };
import pt from '#assets/introductions/pt.json' with { type: 'json' };
import { tokens } from '#core/shared/fold.ts';

/** `assets/introductions/*.json`, in the language's own spelling; its `about` says how to correct it. */
const WordFile = z.strictObject({
  language: z.string(),
  about: z.string(),
  licence: z.string(),
  pressure: z.array(z.string()),
  senior: z.string(),
  junior: z.string(),
  stop: z.string(),
});

const FILES = [en, de, fr, es, it, pt, nl].map((file) => WordFile.parse(file));

const all = (pick: (file: z.infer<typeof WordFile>) => string): ReadonlySet<string> =>
  new Set(FILES.flatMap((file) => tokens(pick(file))));

/** What presses, as the words that follow each other. */
export const PRESSURE: readonly (readonly string[])[] = FILES.flatMap(({ pressure }) => pressure.map(tokens));

/** Words of a title that say that somebody's time is much asked for, or that they are at the beginning. */
export const SENIOR = all(({ senior }) => senior);
export const JUNIOR = all(({ junior }) => junior);

/** Words that say nothing about what somebody offers or seeks. */
export const STOP_WORDS = all(({ stop }) => stop);
