import css from './Skeleton.module.css';

/** Where something will be in a moment. Appears late, so that a quick answer never flickers. */
export function Skeleton({ lines = 1 }: { readonly lines?: number }) {
  return (
    <span className={css.skeleton} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css.line} />
      ))}
    </span>
  );
}
