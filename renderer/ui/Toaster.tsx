import { Check, CircleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { Button, IconButton } from './Button.tsx';
import css from './Toaster.module.css';

export interface ToasterMessage {
  readonly id: number;
  readonly text: string;
  /** `busy`: something is being done, and the message stays until it is. */
  readonly tone: 'done' | 'problem' | 'busy';
  /** Of something that is being done: how far it has come, from 0 to 1, and that in words. */
  readonly far?: { readonly portion: number; readonly words: string };
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a message stays, in milliseconds; a problem stays until it is closed. */
const SHOWN = 10_000;

/** Before the words what kind of message it is; how far something has come that says no numbers is not known. */
function Sign({ tone, text, far }: ToasterMessage) {
  if (tone === 'busy') return <progress className={css.busy} value={far?.portion} aria-label={text} />;
  return tone === 'done' ? <Check size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />;
}

/** Shows short messages in a corner, announces them, waits while they are looked at; F8 moves the focus to them. */
export function Toaster({
  messages,
  onDismiss,
  label,
  closeLabel,
}: {
  readonly messages: readonly ToasterMessage[];
  readonly onDismiss: (id: number) => void;
  readonly label: string;
  readonly closeLabel: string;
}) {
  return (
    <Toast.Provider duration={SHOWN} label={label} swipeDirection="right">
      {messages.map((message) => (
        <Toast.Root
          key={message.id}
          className={css.toast}
          data-tone={message.tone}
          duration={message.tone === 'done' ? SHOWN : Number.POSITIVE_INFINITY}
          type={message.tone === 'problem' ? 'foreground' : 'background'}
          onOpenChange={(isOpen) => {
            if (!isOpen) onDismiss(message.id);
          }}
        >
          <Sign {...message} />
          <Toast.Description className={css.text} data-private="">
            {message.text}
            {message.far === undefined ? null : <span className={css.far}>{message.far.words}</span>}
          </Toast.Description>
          {message.action === undefined ? null : (
            <Toast.Action asChild altText={message.action.label}>
              <Button look="plain" onClick={message.action.run}>
                {message.action.label}
              </Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton icon={X} label={closeLabel} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className={css.viewport} />
    </Toast.Provider>
  );
}
