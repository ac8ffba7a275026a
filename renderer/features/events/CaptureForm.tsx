import { useRef } from 'react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '#core/contacts/model.ts';
import { saidOf } from '#core/capture/captured-person.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { pictureAmong } from '#renderer/people/portrait.ts';
import { CaptureChips } from './CaptureChips.tsx';
import { CapturePicture, PictureButton } from './CapturePicture.tsx';
import type { Logged } from './log-captured.ts';
import type { Capture } from './use-capture.ts';
import { usePicture } from './use-picture.ts';
import css from './Capture.module.css';

export interface CaptureFormProps {
  readonly capture: Capture;
  /** The event stays: Enter goes on to the next person instead of closing. */
  readonly isEventMode: boolean;
  readonly onLogged: (logged: Logged, isLast: boolean) => void;
  /** Further buttons, behind those that save. */
  readonly children?: ReactNode;
}

/**
 * One line, and under it what it says. Enter saves, Shift Enter saves and goes on, Alt Enter saves with the first person
 * offered; Tab leads to the pieces, the offers, the buttons. Enter during an IME composition belongs to the IME.
 */
export function CaptureForm({ capture, isEventMode, onLogged, children }: CaptureFormProps) {
  const { t } = useTranslation('events');
  const field = useRef<HTMLTextAreaElement>(null);
  const { captured, context } = capture;
  const focusLine = () => field.current?.focus();
  const picture = usePicture(capture.takeIn);

  const save = async (isLast: boolean, takesFirst = false) => {
    const logged = await capture.save(takesFirst, await picture.portrait());
    if (logged !== undefined) {
      picture.remove();
      onLogged(logged, isLast);
    }
    focusLine();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Never a second line: a line is a person.
    event.preventDefault();
    void save(!isEventMode && !event.shiftKey, event.altKey);
  };
  return (
    // A place to drop pictures on is no control of its own: the button in it does the same.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css.form} {...droppedPictures((file) => void picture.take(file))}>
      <Field
        label={isEventMode ? t('capture.lineNext') : t('capture.line')}
        hint={isEventMode ? t('capture.hintEvent') : t('capture.hint')}
        error={problemWords(capture, t('capture.nameless'), t('capture.sameNone'))}
      >
        <TextArea
          ref={field}
          data-autofocus=""
          rows={1}
          className={css.line}
          value={captured.line}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('capture.placeholder')}
          onChange={(event) => capture.setLine(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const file = pictureAmong(event.clipboardData.files);
            if (file === undefined) return;
            event.preventDefault();
            void picture.take(file);
          }}
        />
      </Field>
      <CapturePicture picture={picture} onDone={focusLine} />
      {captured.guess === '' ? null : (
        <Button
          className={css.guess}
          onClick={() => {
            capture.add({ kind: 'name', value: captured.guess });
            focusLine();
          }}
        >
          {t('capture.guess', { name: captured.guess })}
        </Button>
      )}
      {captured.further > 0 ? (
        <p className={css.quiet}>{t('capture.further', { count: captured.further })}</p>
      ) : null}
      <CaptureChips chips={captured.chips} context={context} onChange={capture.change} onDone={focusLine} />
      <Offers capture={capture} onChosen={focusLine} />
      <div className={css.buttons}>
        {isEventMode ? null : (
          <Button look="primary" busy={capture.isBusy} onClick={() => void save(true)}>
            {t('met.save')}
          </Button>
        )}
        <Button
          look={isEventMode ? 'primary' : 'quiet'}
          busy={capture.isBusy}
          onClick={() => void save(false)}
        >
          {t('met.saveNext')}
        </Button>
        <PictureButton picture={picture} />
        {children}
      </div>
    </div>
  );
}

/** The window takes files as imports; pictures over the form are pictures of somebody. */
function droppedPictures(take: (file: File) => void) {
  const own = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onDragEnter: own,
    onDragOver: own,
    onDragLeave: own,
    onDrop(event: DragEvent) {
      own(event);
      const [file] = event.dataTransfer.files;
      // What is no picture is told so.
      if (file !== undefined) take(pictureAmong(event.dataTransfer.files) ?? file);
    },
  };
}

const problemWords = ({ problem }: Capture, nameless: string, nobody: string): string | undefined =>
  problem === undefined ? undefined : problem === 'nameless' ? nameless : nobody;

/** People of the book the line may be about, and who may have introduced them: offered, never taken by themselves. */
function Offers({ capture, onChosen }: { readonly capture: Capture; readonly onChosen: () => void }) {
  const { t } = useTranslation('events');
  const { offers, same, setSame, introducers, introducer, setIntroducer, captured } = capture;
  const via = saidOf(captured.chips, 'introducer');
  return (
    <>
      {offers.length === 0 ? null : (
        <OfferGroup
          label={same === undefined ? t('capture.same') : t('capture.sameChosen', { fn: same.fn })}
          people={offers}
          chosen={same?.id}
          onChoose={(person) => {
            setSame(person && { kind: 'known', id: person.id, fn: person.fn });
            onChosen();
          }}
        />
      )}
      {via === '' ? null : (
        <OfferGroup
          label={
            introducer === undefined
              ? t(introducers.length === 0 ? 'capture.introducerNone' : 'capture.introducer', { name: via })
              : t('capture.introducedBy', { name: introducer.fn })
          }
          people={introducers}
          chosen={introducer?.id}
          onChoose={(person) => {
            setIntroducer(person && { kind: 'known', id: person.id, fn: person.fn });
            onChosen();
          }}
        />
      )}
    </>
  );
}

function OfferGroup({
  label,
  people,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly people: readonly ContactSummary[];
  readonly chosen: number | undefined;
  /** Pressing the one chosen takes the choice back. */
  readonly onChoose: (person: ContactSummary | undefined) => void;
}) {
  const { t } = useTranslation('events');
  return (
    <div className={css.offers} role="group" aria-label={label}>
      <p className={css.quiet} role="status">
        {label}
      </p>
      <div className={css.offerRow}>
        {people.map((person) => {
          const { id, fn, org } = person;
          const isChosen = id === chosen;
          return (
            <button
              key={id}
              type="button"
              className={css.offer}
              aria-pressed={isChosen}
              onClick={() => onChoose(isChosen ? undefined : person)}
            >
              <Avatar id={id} name={fn} />
              <bdi>{org === '' ? t('capture.isThis', { fn }) : t('capture.isThisOf', { fn, org })}</bdi>
            </button>
          );
        })}
      </div>
    </div>
  );
}
