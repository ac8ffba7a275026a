import type { ReactNode } from 'react';
import css from './Row.module.css';

/** The inside of a list row: something in front, a name over a quieter line, something at the end. Any script stays in line. */
export function Row({
  lead,
  title,
  note,
  meta,
  mark,
  end,
}: {
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Beside the note, at its end: leaves the name the whole width. */
  readonly meta?: ReactNode;
  /** A small sign after the title, with a name of its own. */
  readonly mark?: ReactNode;
  /** At the end of the row, over its whole height. */
  readonly end?: ReactNode;
}) {
  return (
    <>
      {lead}
      <span className={css.text}>
        <span className={css.first}>
          {/* Of its own direction, so that a long name is cut at its end and not at its beginning. */}
          <span className={css.title} dir="auto">
            {title}
          </span>
          {mark === undefined ? null : <span className={css.mark}>{mark}</span>}
        </span>
        {isSaid(note) || isSaid(meta) ? (
          <span className={css.second}>
            <span className={css.note} dir="auto">
              {note}
            </span>
            {isSaid(meta) ? (
              <span className={css.meta} data-private="">
                {meta}
              </span>
            ) : null}
          </span>
        ) : null}
      </span>
      {end === undefined ? null : (
        <span className={css.end} data-words={typeof end === 'string'}>
          {end}
        </span>
      )}
    </>
  );
}

const isSaid = (words: ReactNode): boolean => words !== undefined && words !== '';
