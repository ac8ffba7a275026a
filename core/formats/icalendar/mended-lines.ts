// Content lines of files whose lines were broken without the blank a fold needs, or in vCalendar 1.0's quoted-printable.
import { charsetText } from '../mail/charsets.ts';
import { quotedPrintableBytes } from '../vcard/quoted-printable.ts';
import { type ContentLine, contentLine, eachLogicalLine, parameter } from './content-lines.ts';

export interface LineTaker {
  property(line: ContentLine): void;
  /** A line that is none of its own; where it could belong to a property, that one has it. */
  bad(line: number): void;
}

/** Longer than any property; what is behind it is not put together any more. */
const LONGEST = 1_048_576;
/** Programs that fold do so at 75 bytes; a shorter line was broken by its writer, who meant it. */
const SHORTEST_FOLD = 70;

/** Properties whose values are a person's words: a fold that lost its blank may be in them. */
const WORDS = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|X-ALT-DESC|CATEGORIES|URL|X-WR-CALDESC)$/;
/** Those of several lines, whose breaks some programs do not escape. */
const LINES = /^(?:DESCRIPTION|COMMENT|LOCATION|X-ALT-DESC)$/;
/** `Agenda: the budget` in the middle of a description; the names of properties are written in capitals. */
const SENTENCE = /^(?:X-)?[A-Z]?[a-z]/;
const STARTED = /^[A-Z][A-Z0-9-]{1,50};[^:]*$/;

const isQuotedPrintable = (line: ContentLine) =>
  parameter(line, 'ENCODING').toUpperCase() === 'QUOTED-PRINTABLE' ||
  line.parameters.some(({ name, text }) => name === 'QUOTED-PRINTABLE' && text === '');

/** vCalendar 1.0's values in the letters they stand for. */
function decoded(line: ContentLine): ContentLine {
  if (!isQuotedPrintable(line)) return line;
  const bytes = quotedPrintableBytes(line.value);
  return { ...line, value: charsetText(bytes, parameter(line, 'CHARSET') || 'utf-8') };
}

interface Pending {
  readonly line: ContentLine;
  /** Its value in the pieces it came in, put together at the end: a text that grows is copied whole at every look. */
  readonly pieces: string[];
  /** Of all pieces. */
  length: number;
  /** How long the last physical piece was. */
  width: number;
}

/** Puts the pieces of broken lines together again; what cannot belong anywhere is left out as bad. */
class Mender {
  private readonly to: LineTaker;
  private pending: Pending | undefined;
  /** A line with parameters whose value has not come yet: `ATTENDEE;CN=Ana;PARTSTAT=ACCEP`. */
  private started: { readonly at: number; readonly text: string } | undefined;

  constructor(to: LineTaker) {
    this.to = to;
  }

  take(at: number, text: string): void {
    if (this.isOpen(text) || this.completes(at, text)) return;
    const line = contentLine(at, text);
    if (line && !this.isSentence(text)) this.hold(line, text.length);
    else if (!line && STARTED.test(text)) {
      this.flush();
      this.started = { at, text };
    } else {
      this.to.bad(at);
      this.goOn(text);
    }
  }

  finish(): void {
    this.dropStarted();
    this.flush();
  }

  private hold(line: ContentLine, width: number): void {
    this.flush();
    this.pending = { line, pieces: [line.value], length: line.value.length, width };
  }

  private flush(): void {
    if (this.pending) {
      const { line, pieces } = this.pending;
      this.to.property(decoded({ ...line, value: pieces.join('') }));
    }
    this.pending = undefined;
  }

  private dropStarted(): void {
    if (this.started) this.to.bad(this.started.at);
    this.started = undefined;
  }

  /** A value in quoted-printable goes on behind a `=` at the line's end. */
  private isOpen(text: string): boolean {
    const { pending } = this;
    if (pending?.pieces.at(-1)?.endsWith('=') !== true || !isQuotedPrintable(pending.line)) return false;
    this.append(pending, text, { cut: 1, glue: '' });
    return true;
  }

  private completes(at: number, text: string): boolean {
    const { started } = this;
    if (!started) return false;
    this.started = undefined;
    const whole = /^(?:BEGIN|END):/i.test(text) ? undefined : contentLine(started.at, started.text + text);
    this.to.bad(started.at);
    if (!whole || contentLine(at, text)?.name.startsWith('ATTENDEE') === true) return false;
    this.hold(whole, text.length);
    return true;
  }

  private isSentence(text: string): boolean {
    return this.pending?.line.name === 'DESCRIPTION' && SENTENCE.test(text) && /^[^:;]*: /.test(text);
  }

  private goOn(text: string): void {
    const { pending } = this;
    if (!pending) return;
    const isFold = pending.width >= SHORTEST_FOLD;
    if ((isFold ? WORDS : LINES).test(pending.line.name))
      this.append(pending, text, { cut: 0, glue: isFold ? '' : '\\n' });
  }

  private append(
    pending: Pending,
    text: string,
    { cut, glue }: { readonly cut: number; readonly glue: string },
  ): void {
    const { pieces } = pending;
    const last = pieces.length - 1;
    if (cut > 0) pieces[last] = pieces[last]!.slice(0, -cut);
    pending.width = text.length;
    if (pending.length + text.length >= LONGEST) return;
    pieces.push(glue + text);
    pending.length += glue.length + text.length - cut;
  }
}

/** Calls back for every property of a text, mended where its lines were broken. Total and linear. */
export function eachContentLine(text: string, to: LineTaker): void {
  const mender = new Mender(to);
  eachLogicalLine(text, (at, logical) => mender.take(at, logical));
  mender.finish();
}
