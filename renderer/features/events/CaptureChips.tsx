import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { captureLine } from '#core/capture/capture-line.ts';
import { CHIP_KINDS } from '#core/capture/model.ts';
import type { CaptureContext, Chip, ChipKind } from '#core/capture/model.ts';
import type { Said } from '#core/capture/written-line.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import css from './Capture.module.css';

export interface CaptureChipsProps {
  readonly chips: readonly Chip[];
  readonly context: CaptureContext;
  /** `to` undefined: the piece is taken out. */
  readonly onChange: (chip: Chip, to: Said | undefined) => void;
  /** After a change the line has the focus again. */
  readonly onDone: () => void;
}

/**
 * The pieces of the line, each a button: Enter opens it for correction, Delete takes it out. Tab leads through them and
 * on; whatever is corrected here is written into the line.
 */
export function CaptureChips({ chips, context, onChange, onDone }: CaptureChipsProps) {
  const { t } = useTranslation('events');
  const [at, setAt] = useState<number>();
  const open = at === undefined ? undefined : chips[at];
  if (chips.length === 0) return null;
  const change = (chip: Chip, to: Said | undefined) => {
    setAt(undefined);
    onChange(chip, to);
    onDone();
  };
  return (
    <>
      <ul className={css.chips} aria-label={t('capture.chips')}>
        {chips.map((chip, index) => (
          <li key={`${chip.kind} ${chip.start}`}>
            <ChipButton
              chip={chip}
              isOpen={index === at}
              onOpen={() => setAt(index === at ? undefined : index)}
              onRemove={() => change(chip, undefined)}
            />
          </li>
        ))}
      </ul>
      {open === undefined ? null : (
        <ChipEditor
          key={`${open.kind} ${open.start} ${open.value}`}
          chip={open}
          context={context}
          onSay={(to) => change(open, to)}
          onClose={() => {
            setAt(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}

const wordsOf = ({ kind, value }: Said) => (kind === 'date' ? dateWords(value) : value);

function ChipButton({
  chip,
  isOpen,
  onOpen,
  onRemove,
}: {
  readonly chip: Chip;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('events');
  const isNewEvent = chip.kind === 'event' && chip.eventId === undefined;
  const kind = isNewEvent ? t('capture.newEvent') : t(`capture.kinds.${chip.kind}`);
  const value = wordsOf(chip);
  return (
    <button
      type="button"
      className={css.chip}
      data-kind={chip.kind}
      aria-expanded={isOpen}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.preventDefault();
        onRemove();
      }}
    >
      <span className={css.kind}>{kind}</span> <bdi className={css.value}>{value}</bdi>
      <span className="visually-hidden">{t('capture.change')}</span>
      <Pencil size={12} aria-hidden />
    </button>
  );
}

/** A day as it is typed here: a PartialDate, or any date a line may have. */
function dayOf(text: string, context: CaptureContext): string | undefined {
  const [chip] = captureLine(`date:"${text.trim()}"`, context).chips;
  if (chip?.kind === 'date') return chip.value;
  return captureLine(text, context).chips.find(({ kind }) => kind === 'date')?.value;
}

/** What is taken of the editor; undefined while the text is no day. */
function saidAs(
  kind: ChipKind,
  text: string,
  { chip, context }: { chip: Chip; context: CaptureContext },
): Said | undefined {
  if (kind !== 'date') return { kind, value: text };
  if (chip.kind === 'date' && text === wordsOf(chip)) return { kind, value: chip.value };
  const value = dayOf(text, context);
  return value === undefined ? undefined : { kind, value };
}

function ChipEditor({
  chip,
  context,
  onSay,
  onClose,
}: {
  readonly chip: Chip;
  readonly context: CaptureContext;
  readonly onSay: (to: Said | undefined) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('events');
  const [kind, setKind] = useState<ChipKind>(chip.kind);
  const [text, setText] = useState(wordsOf(chip));
  const [isWrong, setWrong] = useState(false);
  const done = () => {
    if (text.trim() === '') {
      onSay(undefined);
      return;
    }
    const said = saidAs(kind, text, { chip, context });
    setWrong(said === undefined);
    if (said !== undefined) onSay(said);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // The dialog around it stays open, and the line is not saved.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') done();
    else onClose();
  };
  return (
    // The keys belong to the fields inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={css.editor} role="group" aria-label={t('capture.edit')} onKeyDown={onKeyDown}>
      <Field label={t('capture.kind')}>
        <Select
          value={kind}
          onValue={setKind}
          options={CHIP_KINDS.map((value) => ({ value, label: t(`capture.kinds.${value}`) }))}
        />
      </Field>
      <Field label={t('capture.text')} error={isWrong ? t('capture.notDate') : undefined}>
        <TextInput
          ref={focusSelected}
          value={text}
          onChange={(event) => {
            setWrong(false);
            setText(event.target.value);
          }}
        />
      </Field>
      <div className={css.editorButtons}>
        <Button onClick={done}>{t('capture.done')}</Button>
        <Button look="plain" onClick={() => onSay(undefined)}>
          {t('capture.remove')}
        </Button>
      </div>
    </div>
  );
}

/** The owner has asked for this piece: its text is there to be typed over. */
function focusSelected(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
