import { SelectionBar } from '#renderer/features/bulk/SelectionBar.tsx';
import { PeopleList } from '#renderer/features/contacts/PeopleList.tsx';

/** The list of people, and under it what can be done with several. */
export function PeoplePane() {
  return <PeopleList foot={<SelectionBar />} />;
}
