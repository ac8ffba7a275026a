// The cue lists of all languages. Every list is looked for in every message: people mix languages.
import de from '#assets/cues/de.json' with { type: 'json' };
import en from '#assets/cues/en.json' with { type: 'json' };
import es from '#assets/cues/es.json' with { type: 'json' };
import fr from '#assets/cues/fr.json' with { type: 'json' };
import it from '#assets/cues/it.json' with { type: 'json' };
import nl from '#assets/cues/nl.json' with { type: 'json' };
import pt from '#assets/cues/pt.json' with { type: 'json' };
import { lazily } from '#core/shared/lazily.ts';
import { CueFile, cueList, type CueList } from './cue-list.ts';

/** Read when a note is first read: no thread that reads none pays for them. */
export const cueLanguages = lazily((): readonly CueList[] =>
  [en, de, fr, es, it, pt, nl].map((file) => cueList(CueFile.parse(file))),
);
