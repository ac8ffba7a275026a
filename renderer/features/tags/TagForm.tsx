import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagShare } from '#api/tags.ts';
import { usePeopleWork } from '#renderer/client/people-deeds.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { mergeTags, renameTag } from './deeds.ts';
import css from './Tags.module.css';

/** What is asked about: another name for one tag, or the one name of several. */
export type Asked =
  | { readonly kind: 'rename'; readonly share: TagShare }
  | { readonly kind: 'merge'; readonly shares: readonly TagShare[] };

/** Several become what most people have, unless the owner says otherwise. */
const firstName = (asked: Asked): string =>
  asked.kind === 'rename'
    ? asked.share.tag
    : asked.shares.reduce((most, share) => (share.people > most.people ? share : most)).tag;

/** Asks how a tag shall be written, or the one that several become. */
export function TagForm({ asked, onDone }: { readonly asked: Asked; readonly onDone: () => void }) {
  const { t } = useTranslation('tags');
  const { t: ui } = useTranslation('ui');
  const [name, setName] = useState(() => firstName(asked));
  const isBusy = usePeopleWork((state) => state.work !== undefined);
  const input = useRef<HTMLInputElement>(null);
  // The owner has just asked to write it.
  useEffect(() => input.current?.select(), []);
  const to = name.trim();
  const isRename = asked.kind === 'rename';
  const save = async () => {
    const done = isRename
      ? await renameTag(asked.share.tag, to)
      : await mergeTags(
          asked.shares.map(({ tag }) => tag),
          to,
        );
    if (done !== undefined) onDone();
  };
  const title = isRename
    ? t('renameTitle', { tag: isolated(asked.share.tag) })
    : t('mergeTitle', { tags: namesInWords(asked.shares.map(({ tag }) => tag)) });
  const isSame = isRename && to === asked.share.tag;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== '' && !isSame) void save();
      }}
    >
      <h3 className={css.title}>{title}</h3>
      <Field label={t('name')}>
        <TextInput
          ref={input}
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <div className={css.buttons}>
        <Button onClick={onDone}>{ui('cancel')}</Button>
        <Button type="submit" look="primary" disabled={to === '' || isSame} busy={isBusy}>
          {isRename ? t('renameRun') : t('mergeRun')}
        </Button>
      </div>
    </form>
  );
}
