// Short messages that go away by themselves; most of them offer to take back what was just done.
import type { StateCreator } from 'zustand';

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  /** `busy`: stays until it is dismissed, for something that is being done. */
  readonly tone: 'done' | 'problem' | 'busy';
  /** Of something that is being done: how far it has come, from 0 to 1, and that in words. */
  readonly far?: { readonly portion: number; readonly words: string };
  /** The one thing that can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ToastSlice {
  readonly toasts: readonly ToastMessage[];
  readonly showToast: (toast: Omit<ToastMessage, 'id'>) => void;
  /** Says how far what a message is about has come; nothing where it is gone by now. */
  readonly toastIsAt: (id: number, far: NonNullable<ToastMessage['far']>) => void;
  readonly dismissToast: (id: number) => void;
}

/** More than this at once is noise; the oldest goes. */
const MOST = 3;

export const createToastSlice: StateCreator<ToastSlice> = (set) => ({
  toasts: [],
  showToast: (toast) =>
    set(({ toasts }) => ({
      toasts: [...toasts.slice(1 - MOST), { ...toast, id: (toasts.at(-1)?.id ?? 0) + 1 }],
    })),
  toastIsAt: (id, far) =>
    set(({ toasts }) => ({ toasts: toasts.map((toast) => (toast.id === id ? { ...toast, far } : toast)) })),
  dismissToast: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
});
