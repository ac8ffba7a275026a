import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { DraftRequest } from '#core/introductions/model.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import css from './Network.module.css';

/** Who is written to: an introducer, somebody the owner knows, somebody they hardly know, or nobody in the book. */
export type LetterAbout =
  | { readonly kind: 'ask'; readonly to: ContactId; readonly via: ContactId }
  | { readonly kind: 'write' | 'note'; readonly to: ContactId }
  | { readonly kind: 'stranger'; readonly fn: string; readonly org: string }
  | { readonly kind: 'askStranger'; readonly fn: string; readonly org: string; readonly via: ContactId };

interface Words {
  readonly why: string;
  readonly purpose: string;
}

/** Where a note to somebody one hardly knows begins; the letter itself offers the other ways. */
const by = 'linkedin_note';

function requestFor(about: LetterAbout, { why, purpose }: Words): DraftRequest {
  switch (about.kind) {
    case 'ask':
      return { about: 'path', kind: 'introduction_request', to: about.to, via: about.via, purpose };
    case 'write':
      return { about: 'person', kind: 'brief_note', to: about.to, why: '', purpose };
    case 'note':
      return { about: 'person', kind: 'brief_note', to: about.to, by, why, purpose };
    case 'stranger':
    case 'askStranger': {
      const { fn, org } = about;
      const stranger = { about: 'stranger', fn, org, why, purpose, by } as const;
      return about.kind === 'stranger'
        ? { ...stranger, kind: 'brief_note' }
        : { ...stranger, kind: 'introduction_request', via: about.via };
    }
  }
}

/** The letter, with the two things that only the owner knows: why this very person, and what exactly. */
export function LetterFor({ about }: { readonly about: LetterAbout }) {
  const { t } = useTranslation('network');
  const [words, setWords] = useState<Words>({ why: '', purpose: '' });
  const change = (part: Partial<Words>) => setWords({ ...words, ...part });
  const isNote = about.kind === 'note' || about.kind === 'stranger';
  return (
    <div className={css.letterFor}>
      {isNote ? (
        <OwnWords label={t('letter.why')} hint={t('letter.whyHint')} onWords={(why) => change({ why })} />
      ) : null}
      <OwnWords
        label={t('letter.what')}
        hint={t('letter.whatHint')}
        onWords={(purpose) => change({ purpose })}
      />
      <DraftEditor request={requestFor(about, words)} />
    </div>
  );
}

/** A sentence that goes into the letter once the field is left, or on Enter. */
function OwnWords({
  label,
  hint,
  onWords,
}: {
  readonly label: string;
  readonly hint: string;
  readonly onWords: (words: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      <TextInput
        spellCheck
        maxLength={300}
        onBlur={(event) => onWords(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing)
            onWords(event.currentTarget.value.trim());
        }}
      />
    </Field>
  );
}
