import { Handshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';

interface Named {
  readonly contactId: ContactId;
  readonly fn: string;
}

/** Keeps under Introductions that the owner asks somebody for an introduction, and goes there: what follows is kept too. */
export function KeepRequest({ via, to }: { readonly via: Named; readonly to: Named }) {
  const { t } = useTranslation('network');
  const keep = async () => {
    const form = { direction: 'requested', a: via.contactId, b: to.contactId } as const;
    const done = await act(
      () => client.introductions.create(form),
      t('path.kept', { via: via.fn, to: to.fn }),
    );
    if (done !== undefined) navigate({ section: 'introductions', id: done.result.id });
  };
  return (
    <Button icon={Handshake} aria-label={t('path.keepFor', { via: via.fn })} onClick={() => void keep()}>
      {t('path.keep')}
    </Button>
  );
}
