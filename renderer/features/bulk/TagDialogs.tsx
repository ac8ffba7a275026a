import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TagsField } from '#renderer/people/TagsField.tsx';
import { BulkDialog, BulkForm } from './BulkDialog.tsx';
import type { BulkDialogProps } from './BulkDialog.tsx';
import { tagPeople, untagPeople } from './deeds.ts';

/** Which tags the selected people are given. */
export function TagDialog({ onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk');
  const [tags, setTags] = useState<string[]>([]);
  return (
    <BulkDialog title={(count) => t('tag.title', { count })} onClose={onClose}>
      {({ people }) => (
        <BulkForm
          run={t('tag.run')}
          canRun={tags.length > 0}
          onRun={() => void tagPeople(people, tags)}
          onClose={onClose}
        >
          <TagsField tags={tags} onTags={setTags} />
        </BulkForm>
      )}
    </BulkDialog>
  );
}

/** Which tags the selected people lose. */
export function UntagDialog({ onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk');
  const [tags, setTags] = useState<string[]>([]);
  return (
    <BulkDialog title={(count) => t('untag.title', { count })} onClose={onClose}>
      {({ people }) => (
        <BulkForm
          run={t('untag.run')}
          canRun={tags.length > 0}
          onRun={() => void untagPeople(people, tags)}
          onClose={onClose}
        >
          <TagsField tags={tags} onTags={setTags} knownOnly />
        </BulkForm>
      )}
    </BulkDialog>
  );
}
