// The other files of a LinkedIn archive: recognised by their columns, so the report can say why they are left alone.

interface KnownFile {
  /** The file's usual name, for the report. */
  readonly name: string;
  readonly verdict: 'sensitive' | 'not_supported_yet';
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
  file('Ads Clicked.csv', 'sensitive', 'adclickeddate'),
  file('Logins.csv', 'sensitive', 'logindate ipaddress'),
  file('Logins.csv', 'sensitive', 'ipaddress useragent'),
  file('Security Challenges.csv', 'sensitive', 'challengedate'),
  file('SearchQueries.csv', 'sensitive', 'searchquery'),
  file('Receipts.csv', 'sensitive', 'transactionmadeat'),
  file('Receipts.csv', 'sensitive', 'paymentmethodtype'),
  file('Job Applications.csv', 'sensitive', 'applicationdate'),
  file('Saved Jobs.csv', 'sensitive', 'joburl'),
  file('Job Seeker Preferences.csv', 'sensitive', 'dreamcompanies'),
  file('Job Seeker Preferences.csv', 'sensitive', 'preferredjobtypes'),
  file('SavedJobAlerts.csv', 'sensitive', 'alertparameters'),
  file('SavedJobAlerts.csv', 'sensitive', 'savedsearchid'),
  file('Job Applicant Saved Answers.csv', 'sensitive', 'question answer'),
  file('Learning.csv', 'sensitive', 'contenttitle contenttype'),
  file('Inferences_about_you.csv', 'sensitive', 'typeofinference'),
  file('Account Status History.csv', 'sensitive', 'time event'),
  file('Verifications.csv', 'sensitive', 'verificationtype'),
  file('messages.csv', 'not_supported_yet', 'conversationid from'),
  file('messages.csv', 'not_supported_yet', 'from to subject content folder'),
  file('Positions.csv', 'not_supported_yet', 'companyname title startedon'),
  file('Education.csv', 'not_supported_yet', 'schoolname degreename'),
  file('Recommendations.csv', 'not_supported_yet', 'jobtitle text creationdate'),
  file('Endorsement_Received_Info.csv', 'not_supported_yet', 'endorsementdate skillname'),
  file('Events.csv', 'not_supported_yet', 'eventname eventtime'),
  file('Company Follows.csv', 'not_supported_yet', 'organization followedon'),
  file('Contacts.csv', 'not_supported_yet', 'source firstname lastname profiles'),
  file('Imported Contacts.csv', 'not_supported_yet', 'createdat bookmarkedat'),
  file('PhoneNumbers.csv', 'not_supported_yet', 'extension number'),
  file('Whatsapp Phone Numbers.csv', 'not_supported_yet', 'number iswhatsappnumber'),
  file('Email Addresses.csv', 'not_supported_yet', 'emailaddress confirmed primary'),
  file('Registration.csv', 'not_supported_yet', 'registeredat'),
  file('Reactions.csv', 'not_supported_yet', 'date type link'),
  file('Shares.csv', 'not_supported_yet', 'sharelink'),
  file('Comments.csv', 'not_supported_yet', 'date link message'),
  file('Rich_Media.csv', 'not_supported_yet', 'medialink'),
  file('Member_Follows.csv', 'not_supported_yet', 'date status fullname'),
  file('Votes.csv', 'not_supported_yet', 'optiontext'),
  file('Certifications.csv', 'not_supported_yet', 'licensenumber'),
  file('Languages.csv', 'not_supported_yet', 'name proficiency'),
  file('Courses.csv', 'not_supported_yet', 'name number'),
  file('Projects.csv', 'not_supported_yet', 'title startedon finishedon'),
  file('Volunteering.csv', 'not_supported_yet', 'companyname role cause'),
  file('Google Contacts', 'not_supported_yet', 'givenname familyname groupmembership'),
  file('Google Contacts', 'not_supported_yet', 'firstname lastname fileas labels'),
  file('Outlook', 'not_supported_yet', 'firstname lastname emailaddress jobtitle businessphone'),
  file('Outlook', 'not_supported_yet', 'firstname lastname emailaddress jobtitle homephone'),
  file('Thunderbird', 'not_supported_yet', 'displayname primaryemail'),
];

const COACH = /coach|role[ _-]?play/;
const SENSITIVE_NAMES =
  /^(?:ad[ _]?targeting|ads?[ _]clicked|lan[ _]ads|logins?|security[ _]challenges?|search[ _]?queries|receipts|job|saved[ _]?jobs?|savedjobalerts?|learning|inferences|account[ _]status|verifications?)/;

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
