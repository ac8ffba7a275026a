import { describe, expect, it } from 'vitest';
import { isCoachChat, knownFile, soundsSensitive } from '#core/imports/known-files.ts';

const named = (header: string, name = 'x.csv') => {
  const found = knownFile(header.split(','), name);
  return found && `${found.name} ${found.verdict}`;
};

describe('knownFile', () => {
  it.each([
    ['Ad clicked Date,Ad Title/Id', 'Ads Clicked.csv sensitive'],
    ['Date,Action,Ad Title/Id', 'LAN Ads Engagement.csv sensitive'],
    ['Login Date,IP Address,User Agent,Login Type', 'Logins.csv sensitive'],
    ['Challenge Date,IP Address,User Agent,Country,Challenge Type', 'Logins.csv sensitive'],
    ['Time,Search Query', 'SearchQueries.csv sensitive'],
    ['Transaction Made At,Description,Payment Method Type', 'Receipts.csv sensitive'],
    ['Application Date,Contact Email,Company Name,Job Url', 'Job Applications.csv sensitive'],
    ['JobPosting,Job Search Url,Saved Search Date', 'SavedJobAlerts.csv sensitive'],
    ['Content Title,Content Description,Content Type,', 'Learning.csv sensitive'],
    ['Category,Type of inference,Description,Inference', 'Inferences_about_you.csv sensitive'],
    ['First name,Middle name,Last name,Verification type,Country', 'Verifications.csv sensitive'],
    ['Date,Status,FullName', 'Member_Follows.csv not_people'],
    ['Date,Link,OptionText', 'Votes.csv not_people'],
    ['HashTag,State,LastModifiedTime', 'Hashtag_Follows.csv not_people'],
    ['Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility', 'Shares.csv not_people'],
    ['Name,Proficiency', 'Languages.csv not_people'],
    ['First Name,Last Name,URL,Connected On', undefined],
    ['a,b,c', undefined],
  ])('%s is %s', (header, file) => {
    expect(named(header)).toBe(file);
  });
  it('takes few and common columns for LinkedIn’s only under LinkedIn’s name', () => {
    expect(named('Name', 'export/Skills.csv')).toBe('Skills.csv not_people');
    expect(named('Name', 'guests.csv')).toBeUndefined();
    expect(named('Name,Phone', 'Skills.csv')).toBeUndefined();
    expect(named('Date,Link', 'InstantReposts.csv')).toBe('InstantReposts.csv not_people');
  });
});

it.each([
  'coach_messages.csv',
  'x/learning_coach_messages.csv',
  'learning_role_play_messages.csv',
  'guide_messages.csv',
])('%s is a conversation with a machine', (name) => {
  expect([isCoachChat(name), soundsSensitive(name)]).toEqual([true, true]);
});

it.each([
  ['messages.csv', false],
  ['Jobs/Anything.csv', true],
  ['LAN Ads Engagement.csv', true],
  ['Receipts_v2.csv', true],
  ['Private Identity Asset.csv', true],
  ['Verifications.csv', true],
  ['Connections.csv', false],
])('%s sounds sensitive: %s', (name, sensitive) => {
  expect(soundsSensitive(name)).toBe(sensitive);
});
