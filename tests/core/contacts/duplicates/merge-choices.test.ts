import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields } from '#core/contacts/duplicates/merge-choices.ts';
import type { MergePerson } from '#core/contacts/duplicates/merge-choices.ts';
import { ContactId, KNOWN_PROPERTIES, Property } from '#core/contacts/model.ts';

type Said = readonly [name: string, value: string, source?: 'import' | 'owner', recordedAt?: string];

/** People with what is said on their cards; properties are numbered in the order of all. */
function people(...cards: (readonly Said[])[]): MergePerson[] {
  let id = 0;
  return cards.map((said, at) => ({
    contactId: ContactId.parse(at + 1),
    properties: said.map(([name, value, source, recordedAt = '2026-01-01T00:00:00Z']) =>
      Property.parse({
        id: ++id,
        name,
        value,
        type: '',
        provenance:
          source === 'import'
            ? { source, recordedAt, batchId: 1, fileName: 'a.csv', line: id }
            : { source: 'owner', recordedAt },
      }),
    ),
  }));
}

const standing = (fields: ReturnType<typeof mergeFields>, name: string) =>
  fields
    .find((field) => field.name === name)
    ?.options.filter(({ stands }) => stands)
    .map(({ value }) => value);

const OLD = '2020-01-01T00:00:00Z';

describe('what stands when cards become one', () => {
  it.each<[string, Said[], Said[], [name: string, stands: string[]]]>([
    ['the owner’s organisation', [['ORG', 'Acme']], [['ORG', 'Globex', 'import']], ['ORG', ['Acme']]],
    [
      'the later import’s title',
      [['TITLE', 'CTO', 'import']],
      [['TITLE', 'CEO', 'import']],
      ['TITLE', ['CEO']],
    ],
    ['the owner’s later word', [['ORG', 'Acme']], [['ORG', 'Globex', 'owner', OLD]], ['ORG', ['Acme']]],
    [
      'the fuller name',
      [['FN', 'Ada Byron', 'import']],
      [['FN', 'Ada B. Lovelace', 'import']],
      ['FN', ['Ada B. Lovelace']],
    ],
    [
      'the longer given name',
      [['FN', 'Rob Smith', 'import']],
      [['FN', 'R. Smith', 'import']],
      ['FN', ['Rob Smith']],
    ],
    [
      'the name that is not shouted',
      [['FN', 'ROBERTO SMITH', 'import']],
      [['FN', 'Bob Smith', 'import']],
      ['FN', ['Bob Smith']],
    ],
    ['a name in capitals alone', [['FN', 'BOB SMITH', 'import']], [], ['FN', ['BOB SMITH']]],
    [
      'the owner’s name, short as it is',
      [['FN', 'Bob']],
      [['FN', 'Robert James Smith', 'import']],
      ['FN', ['Bob']],
    ],
    [
      'a name in a script without case',
      [['FN', '李明', 'import']],
      [['FN', '李明', 'import']],
      ['FN', ['李明']],
    ],
    [
      'one birthday',
      [['BDAY', '1990', 'import']],
      [['BDAY', '1990-01-02', 'import']],
      ['BDAY', ['1990-01-02']],
    ],
    [
      'every mailbox',
      [['EMAIL', 'a@example.org']],
      [['EMAIL', 'b@example.org']],
      ['EMAIL', ['a@example.org', 'b@example.org']],
    ],
    ['every note', [['NOTE', 'one']], [['NOTE', 'two', 'import']], ['NOTE', ['one', 'two']]],
  ])('is %s', (_, one, other, [name, expected]) => {
    expect(standing(mergeFields(people(one, other)), name)).toEqual(expected);
  });

  it('takes the parts of the name from the card that is called so', () => {
    const fields = mergeFields(
      people(
        [
          ['FN', 'Bob Smith', 'import'],
          ['N', 'Smith-Jones;Robert;Alexander;Dr;', 'import'],
        ],
        [
          ['FN', 'Robert A. Smith', 'import'],
          ['N', 'Smith;Robert;A.;;', 'import'],
        ],
      ),
    );
    expect(standing(fields, 'FN')).toEqual(['Robert A. Smith']);
    expect(standing(fields, 'N')).toEqual(['Smith;Robert;A.;;']);
  });
});

describe('values side by side', () => {
  it.each<[string, string, string, boolean]>([
    ['EMAIL', 'Ada@Example.org', 'mailto:ada@example.org', true],
    ['EMAIL', 'ada@example.org', 'ada@example.com', false],
    ['URL', 'https://www.linkedin.com/in/ada', 'linkedin.com/in/Ada/', true],
    ['URL', 'https://example.org/a', 'https://example.org/b', false],
    ['TEL', '+49 (0)30 12345', '0049 30 12345', true],
    ['ORG', ' ACME ', 'Acme', true],
    ['ORG', 'Acme', 'Acme Ltd', false],
    ['FN', 'Zoë', 'ZOE', true],
  ])('%s: %s and %s are one value: %s', (name, one, other, areOne) => {
    const [field] = mergeFields(people([[name, one]], [[name, other]]));
    expect(field?.options).toHaveLength(areOne ? 1 : 2);
    expect(field?.differs).toBe(!areOne);
    expect(field?.options.flatMap(({ said }) => said.map(({ contactId }) => contactId))).toEqual([1, 2]);
  });

  it('does not call it a difference when one of them says nothing, or both say the same two things', () => {
    const [alone] = mergeFields(people([['ORG', 'Acme']], []));
    expect(alone?.differs).toBe(false);
    const both: Said[] = [
      ['TEL', '+49301'],
      ['TEL', '+49302'],
    ];
    expect(mergeFields(people(both, both))[0]?.differs).toBe(false);
    expect(mergeFields(people(both, both.slice(0, 1)))[0]?.differs).toBe(true);
  });

  it('shows them in the order of a card and leaves out what nobody says', () => {
    const fields = mergeFields(
      people(
        [
          ['NOTE', 'x'],
          ['EMAIL', 'a@example.org'],
        ],
        [
          ['FN', 'Ada'],
          ['ORG', ''],
        ],
      ),
    );
    expect(fields.map(({ name }) => name)).toEqual(['FN', 'EMAIL', 'NOTE']);
  });
});

const said = fc.tuple(
  fc.constantFrom(...KNOWN_PROPERTIES),
  fc.constantFrom('Ada', 'ADA', 'Ada Byron', 'a@example.org', 'A@example.org', '1'),
  fc.constantFrom<'import' | 'owner'>('import', 'owner'),
);

describe('any cards', () => {
  it('lose no value, say each once, and have exactly one standing where there is one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(said, { maxLength: 8 }), { minLength: 2, maxLength: 4 }), (cards) => {
        const all = people(...cards);
        const fields = mergeFields(all);
        const shown = fields.flatMap(({ options }) => options.flatMap((option) => option.said));
        expect(shown.map(({ property }) => property.id).toSorted((a, b) => a - b)).toEqual(
          all.flatMap(({ properties }) => properties.map(({ id }) => id)),
        );
        for (const { isSingle, options } of fields) {
          const count = options.filter(({ stands }) => stands).length;
          expect(count).toBe(isSingle ? 1 : options.length);
          for (const option of options)
            expect(option.said.map(({ property }) => property.value)).toContain(option.value);
        }
      }),
    );
  });
});
