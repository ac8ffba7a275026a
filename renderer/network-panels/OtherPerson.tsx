import type { ContactId } from '#core/contacts/model.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { Field } from '#renderer/ui/Field.tsx';

/** The other of two people the owner says something about: the first field of a form that was just asked for. */
export function OtherPerson({
  label,
  value,
  except,
  missing,
  onPick,
}: {
  readonly label: string;
  readonly value: Picked | undefined;
  readonly except: ContactId;
  /** What is said where nobody was chosen; absent: nobody has to be yet. */
  readonly missing: string | undefined;
  readonly onPick: (picked: Picked | undefined) => void;
}) {
  return (
    <Field label={label} error={value === undefined ? missing : undefined}>
      <PersonPicker
        value={value}
        except={[except]}
        // It opens because this very field was asked for.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onPick={onPick}
      />
    </Field>
  );
}
