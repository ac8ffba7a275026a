import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#core/shared/fold.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import css from './TagsField.module.css';

const MOST_OFFERED = 8;
/** Those this person has already are among them, and not offered. */
const MOST_ASKED_FOR = 50;

export interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly onTags: (tags: string[]) => void;
  /** Only tags that somebody has can be chosen. */
  readonly knownOnly?: boolean;
}

/** Tags as chips; typing offers those other people have, so that one tag does not become two. */
export function TagsField({ tags, onTags, knownOnly = false }: TagsFieldProps) {
  const { t } = useTranslation('contacts');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = fold(text.trim());
  const found = useQuery({
    ...orpc.contacts.facetValues.queryOptions({
      input: { facet: 'tag', find: text.trim(), limit: MOST_ASKED_FOR },
    }),
    placeholderData: keepPreviousData,
  });
  const known = (found.data ?? []).map((share) => share.text);
  const there = new Set(tags.map(fold));
  const options = known
    .filter((tag) => !there.has(fold(tag)) && fold(tag).includes(typed))
    .slice(0, MOST_OFFERED);
  const add = (written: string) => {
    setText('');
    const tag = written.trim();
    if (tag === '' || there.has(fold(tag))) return;
    // As other people have it, whatever the case it was typed in.
    const asKnown = known.find((one) => fold(one) === fold(tag));
    if (asKnown !== undefined || !knownOnly) onTags([...tags, asKnown ?? tag]);
  };
  const isNew =
    !knownOnly && typed !== '' && !there.has(typed) && options.every((tag) => fold(tag) !== typed);
  return (
    <div className={css.tags}>
      <Field label={t('form.tags')} hint={t('form.tagsHint')}>
        {/* Leaving the field keeps what was typed; choosing from the list does not leave it. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            // A tag that is there already: nothing to add, and no reason to save the form.
            if (event.key !== 'Enter' || text.trim() === '' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add(text);
          }}
        >
          <Combobox
            inputRef={input}
            text={text}
            onText={(next) => setText(next.slice(0, 200))}
            options={options}
            isPending={isOnItsWay(found)}
            keyOf={(tag) => tag}
            render={(tag) => <bdi>{tag}</bdi>}
            onChoose={add}
            // Faster than the book: it is what is written, or, where it has to be known, what is offered for it so far.
            onTypedOn={(before) => add(knownOnly ? (options[0] ?? before) : before)}
            create={
              isNew ? { label: t('form.newTag', { tag: text.trim() }), run: () => add(text) } : undefined
            }
            none={t('form.noTag')}
            listLabel={t('form.tagsList')}
          />
        </div>
      </Field>
      {tags.length === 0 ? null : (
        <ul className={css.list} aria-label={t('form.tags')}>
          {tags.map((tag) => (
            <li key={tag} className={css.tag}>
              <Chip
                text={tag}
                removeLabel={t('form.remove', { value: tag })}
                onRemove={() => {
                  onTags(tags.filter((other) => other !== tag));
                  input.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
