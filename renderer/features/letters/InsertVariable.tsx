import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VARIABLES } from '#core/introductions/variable-names.ts';
import type { Variable } from '#core/introductions/variable-names.ts';
import { fold } from '#core/shared/fold.ts';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { VariableLine } from './TemplateField.tsx';

/** Everything that can be filled in, found by its name or by what it means; it is put in where the cursor was. */
export function InsertVariable({ onInsert }: { readonly onInsert: (variable: Variable) => void }) {
  const { t } = useTranslation('letters');
  const [text, setText] = useState('');
  const sought = fold(text);
  const found = VARIABLES.filter((name) => fold(`${name} ${t(`variables.of.${name}`)}`).includes(sought));
  return (
    <Field label={t('insert.label')} hint={t('insert.hint')}>
      <Combobox
        text={text}
        onText={setText}
        options={found}
        keyOf={(name) => name}
        render={(name) => <VariableLine name={name} />}
        onChoose={(name) => {
          setText('');
          onInsert(name);
        }}
        none={t('insert.none')}
        listLabel={t('variables.label')}
      />
    </Field>
  );
}
