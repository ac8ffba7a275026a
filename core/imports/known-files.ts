// The other files of a LinkedIn archive: recognised by their columns, so the report can say why they are left alone.
import { labelKey } from './header.ts';

export interface KnownFile {
  /** The file's usual name, for the report. */
  readonly name: string;
  /** What is not sensitive describes nobody the owner knows. */
  readonly verdict: 'sensitive' | 'not_people';
  /** Label keys that are all there. */
  readonly labels: readonly string[];
}

const file = (name: string, verdict: KnownFile['verdict'], labels: string): KnownFile => ({
  name,
  verdict,
  labels: labels.split(' '),
});

/** In order: the first that fits names the file. Sensitive ones first. */
export const KNOWN_FILES: readonly KnownFile[] = [
  file('Ad_Targeting.csv', 'sensitive', 'memberage'),
  file('Ad_Targeting.csv', 'sensitive', 'membergender'),
  file('Ad_Targeting.csv', 'sensitive', 'buyergroups'),
  file('Ad_Targeting.csv', 'sensitive', 'companynames companyindustries'),
  file('Ad_Targeting.csv', 'sensitive', 'interfacelocales jobseniorities'),
  file('Ad_Targeting.csv', 'sensitive', 'memberskills companyconnections'),
  file('Ads Clicked.csv', 'sensitive', 'adclickeddate'),
  file('LAN Ads Engagement.csv', 'sensitive', 'adtitleid'),
  file('Logins.csv', 'sensitive', 'logindate ipaddress'),
  file('Logins.csv', 'sensitive', 'ipaddress useragent'),
  file('Security Challenges.csv', 'sensitive', 'challengedate'),
  file('SearchQueries.csv', 'sensitive', 'searchquery'),
  file('Receipts.csv', 'sensitive', 'transactionmadeat'),
  file('Receipts.csv', 'sensitive', 'paymentmethodtype'),
  file('Receipts.csv', 'sensitive', 'invoicenumber totalamount'),
  file('Online Job Postings.csv', 'sensitive', 'jobtitle jobstate'),
  file('Job Applications.csv', 'sensitive', 'applicationdate'),
  file('Saved Jobs.csv', 'sensitive', 'joburl'),
  file('Job Seeker Preferences.csv', 'sensitive', 'dreamcompanies'),
  file('Job Seeker Preferences.csv', 'sensitive', 'preferredjobtypes'),
  file('SavedJobAlerts.csv', 'sensitive', 'alertparameters'),
  file('SavedJobAlerts.csv', 'sensitive', 'savedsearchid'),
  file('SavedJobAlerts.csv', 'sensitive', 'savedsearchdate'),
  file('SavedJobAlerts.csv', 'sensitive', 'jobsearchurl'),
  file('Job Applicant Saved Answers.csv', 'sensitive', 'question answer'),
  file('Learning.csv', 'sensitive', 'contenttitle contenttype'),
  file('Learning.csv', 'sensitive', 'contenttitle contentdescription'),
  file('Inferences_about_you.csv', 'sensitive', 'typeofinference'),
  file('Account Status History.csv', 'sensitive', 'time event'),
  file('Verifications.csv', 'sensitive', 'verificationtype'),
  file('Verifications.csv', 'sensitive', 'verificationserviceprovider'),
  file('Private Identity Asset.csv', 'sensitive', 'privateidentityassetname'),
  file('Reactions.csv', 'not_people', 'date type link'),
  file('Shares.csv', 'not_people', 'sharelink'),
  file('Comments.csv', 'not_people', 'date link message'),
  file('Shares.csv', 'not_people', 'sharecommentary'),
  file('Rich_Media.csv', 'not_people', 'medialink'),
  file('Rich_Media.csv', 'not_people', 'type link mediadescription'),
  file('Member_Follows.csv', 'not_people', 'date status fullname'),
  file('Hashtag_Follows.csv', 'not_people', 'hashtag'),
  file('Saved_Items.csv', 'not_people', 'saveditem'),
  file('Causes You Care About.csv', 'not_people', 'supportedcause'),
  file('Providers.csv', 'not_people', 'secondaryservicecategory'),
  file('Engagements.csv', 'not_people', 'marketplacetype'),
  file('Votes.csv', 'not_people', 'optiontext'),
  file('Certifications.csv', 'not_people', 'licensenumber'),
  file('Languages.csv', 'not_people', 'name proficiency'),
  file('Courses.csv', 'not_people', 'name number'),
  file('Projects.csv', 'not_people', 'title startedon finishedon'),
  file('Volunteering.csv', 'not_people', 'companyname role cause'),
  file('Honors.csv', 'not_people', 'title issuedon'),
  file('Publications.csv', 'not_people', 'name publishedon publisher'),
  file('Patents.csv', 'not_people', 'patentnumber'),
  file('Test Scores.csv', 'not_people', 'name score'),
];

/** Files with so few columns that only all of them together, and nothing else, give them away. */
const WHOLE_FILES: readonly KnownFile[] = [
  file('Skills.csv', 'not_people', 'name'),
  file('Profile Summary.csv', 'not_people', 'profilesummary'),
  file('Interests.csv', 'not_people', 'interest'),
  file('Groups.csv', 'not_people', 'groupname groupurl'),
  file('InstantReposts.csv', 'not_people', 'date link'),
  file('Rich Media.csv', 'not_people', 'type link'),
  file('Organizations.csv', 'not_people', 'name description position startedon finishedon'),
];

/**
 * The file of the archive that has these columns; undefined when none is known. A file whose columns are few and common
 * (`Name` alone) is named only under a LinkedIn name of its own, so that nobody's own list is taken for one.
 */
export function knownFile(labels: readonly string[], entryName: string): KnownFile | undefined {
  const keys = new Set(labels.map(labelKey));
  keys.delete('');
  const found = KNOWN_FILES.find((known) => known.labels.every((label) => keys.has(label)));
  if (found) return found;
  const called = labelKey(bareName(entryName).replace(/\.[a-z]+$/, ''));
  return WHOLE_FILES.find(
    ({ name, labels: all }) =>
      labelKey(name.replace(/\.csv$/, '')) === called &&
      all.length === keys.size &&
      all.every((label) => keys.has(label)),
  );
}

const COACH = /coach|role[ _-]?play|guide[ _-]?messages|ai[ _-]messages/;
const SENSITIVE_NAMES =
  /^(?:ad[ _]?targeting|ads?[ _]clicked|ads?[ _]preferences|lan[ _]ads|logins?|security[ _]challenges?|search[ _]?queries|receipts|job|online[ _]job|saved[ _]?jobs?|savedjobalerts?|learning|inferences|account[ _]status|verifications?|private[ _]identity|identity[ _]|profile[ _]views|search[ _]appearances)/;

/** The file name without folders and case, for the report. */
const bareName = (entryName: string) =>
  entryName.slice(Math.max(entryName.lastIndexOf('/'), entryName.lastIndexOf('\\')) + 1).toLowerCase();

/** True for conversations with LinkedIn's own AI, which share the columns of messages and only differ by name. */
export const isCoachChat = (entryName: string) => COACH.test(bareName(entryName));

/** True when the name, or the folder `Jobs/`, says the content is nobody's business. For the report only. */
export const soundsSensitive = (entryName: string) =>
  SENSITIVE_NAMES.test(bareName(entryName)) ||
  isCoachChat(entryName) ||
  /(?:^|[/\\])jobs[/\\]/i.test(entryName);
