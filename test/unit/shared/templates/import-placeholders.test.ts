import { describe, expect, test } from 'vitest';
import { importPlaceholders, PLACEHOLDER_FORMS, type PlaceholderForm } from '#shared/templates/import-placeholders.ts';

type Case = readonly [text: string, expected: string, unknown?: readonly string[]];

const CASES: Readonly<Record<PlaceholderForm, readonly Case[]>> = {
  // https://admin-docs.zammad.org/en/latest/system/variables.html
  zammad: [
    ['Hello #{ticket.customer.firstname},', 'Hello {{ticket.requester.first_name}},'],
    ['Hello Mr. #{ticket.customer.lastname},', 'Hello Mr. {{ticket.requester.last_name}},'],
    [
      'My name is #{user.firstname} #{user.lastname}.',
      'My name is {{current_user.first_name}} {{current_user.last_name}}.',
    ],
    ['#{ticket.owner.fullname} <#{ticket.owner.email}>', '{{ticket.assignee.name}} <{{ticket.assignee.email}}>'],
    ['##{ticket.number}: #{ticket.title}', '#{{ticket.id}}: {{ticket.title}}'],
    ['#{ticket.state.name}, #{ticket.priority.name}', '{{ticket.custom_status}}, {{ticket.priority}}'],
    ['#{ticket.customer.organization.name}', '{{ticket.requester.organization.name}}'],
    ['#{ticket.group.name} wrote: #{article.body}', '{{ticket.group.name}} wrote: {{ticket.latest_comment}}'],
    ['#{ ticket.customer.phone }', '{{ticket.requester.phone}}'],
    [
      'https://#{config.fqdn}/#ticket/zoom/#{ticket.id}',
      'https://#{config.fqdn}/#ticket/zoom/#{ticket.id}',
      ['#{config.fqdn}', '#{ticket.id}'],
    ],
    [
      '#{dt(ticket.created_at, timezone:"Europe/Berlin")}',
      '#{dt(ticket.created_at, timezone:"Europe/Berlin")}',
      ['#{dt(ticket.created_at, timezone:"Europe/Berlin")}'],
    ],
    ['Дякую, #{user.firstname}! {not one} #1', 'Дякую, {{current_user.first_name}}! {not one} #1'],
  ],
  // https://github.com/freescout-help-desk/freescout/blob/master/app/Misc/Mail.php
  freescout: [
    ['Hi {%customer.firstName,fallback=there%},', 'Hi {{ticket.requester.first_name | default: "there"}},'],
    ['Hi {%customer.firstName%},', 'Hi {{ticket.requester.first_name}},'],
    ['Hallo {%customer.fullName,fallback=%},', 'Hallo {{ticket.requester.name | default: ""}},'],
    ['{%customer.lastName%} <{%customer.email%}>', '{{ticket.requester.last_name}} <{{ticket.requester.email}}>'],
    ['{%customer.company,fallback=your company%}', '{{ticket.organization.name | default: "your company"}}'],
    ['Re: {%subject%} (#{%conversation.number%})', 'Re: {{ticket.title}} (#{{ticket.id}})'],
    ['{%user.fullName%}, {%user.phone%}', '{{current_user.name}}, {{current_user.phone}}'],
    ['{%customer.firstName,fallback=my "friend"%}', '{{ticket.requester.first_name | default: "my \\"friend\\""}}'],
    [
      '{%mailbox.name%} {%user.jobTitle,fallback=agent%}',
      '{%mailbox.name%} {%user.jobTitle,fallback=agent%}',
      ['{%mailbox.name%}', '{%user.jobTitle,fallback=agent%}'],
    ],
    ['20 % off, 100%', '20 % off, 100%'],
  ],
  // https://support.freshdesk.com/support/solutions/articles/73000535240
  freshdesk: [
    ['Hi {{ticket.requester.firstname}},', 'Hi {{ticket.requester.first_name}},'],
    ['{{ ticket.requester.lastname }}', '{{ ticket.requester.last_name }}'],
    ['{{ticket.subject}} ({{ticket.id}}), {{ticket.url}}', '{{ticket.title}} ({{ticket.id}}), {{ticket.link}}'],
    ['{{ticket.agent.name}} of {{ticket.group.name}}', '{{ticket.assignee.name}} of {{ticket.group.name}}'],
    ['{{ticket.requester.company_name}}', '{{ticket.requester.organization.name}}'],
    [
      '{{ticket.requester.firstname | default: "ticket.subject" | upcase}}',
      '{{ticket.requester.first_name | default: "ticket.subject" | upcase}}',
    ],
    [
      '{% if ticket.requester.firstname == "a.b" %}a{% else %}b{% endif %}',
      '{% if ticket.requester.first_name == "a.b" %}a{% else %}b{% endif %}',
    ],
    ['{{ticket.source}} {{ticket.tags}} {{ticket.status}}', '{{ticket.via}} {{ticket.tags}} {{ticket.status}}'],
    [
      '{{ticket.portal_url}} {{helpdesk_name}}',
      '{{ticket.portal_url}} {{helpdesk_name}}',
      ['{{ticket.portal_url}}', '{{helpdesk_name}}'],
    ],
    ['{% if ticket.cf_order == 1 %}', '{% if ticket.cf_order == 1 %}', ['{% if ticket.cf_order == 1 %}']],
    ['{{ open', '{{ open'],
  ],
  // https://developers.intercom.com/docs/references/unstable/rest-api/api.intercom.io/macros/macro_list
  intercom: [
    ['Hi {{first_name | fallback:"there"}},', 'Hi {{ticket.requester.first_name | default: "there"}},'],
    [
      'Hi {{user.name|fallback:"there"}}, your order is ready!',
      'Hi {{ticket.requester.name | default: "there"}}, your order is ready!',
    ],
    [
      '<p>Hi <attribute key="user.name" default="there"/>,</p>',
      '<p>Hi {{ticket.requester.name | default: "there"}},</p>',
    ],
    [
      '{{last_name}} {{email}} {{phone}}',
      '{{ticket.requester.last_name}} {{ticket.requester.email}} {{ticket.requester.phone}}',
    ],
    ['{{first_name | fallback:“you”}}', '{{ticket.requester.first_name | default: "you"}}'],
    ["{{ first_name | fallback: 'you' }}", '{{ticket.requester.first_name | default: "you"}}'],
    ['{{first_name | fallback:&quot;you&quot;}}', '{{ticket.requester.first_name | default: "you"}}'],
    ['{{teammate.first_name}} of {{company.name}}', '{{current_user.first_name}} of {{ticket.organization.name}}'],
    ['{{first_name | fallback:""}}', '{{ticket.requester.first_name | default: ""}}'],
    [
      '{{plan_name | fallback:"free"}} {{user.city}}',
      '{{plan_name | fallback:"free"}} {{user.city}}',
      ['{{plan_name | fallback:"free"}}', '{{user.city}}'],
    ],
    ['<attribute key="user.plan"/>', '<attribute key="user.plan"/>', ['<attribute key="user.plan"/>']],
  ],
  // Its form and names are those that FreeScout has taken over.
  helpscout: [
    ['Hi {%customer.firstName,fallback=there%},', 'Hi {{ticket.requester.first_name | default: "there"}},'],
    ['{% customer.firstName , fallback= there %}', '{{ticket.requester.first_name | default: "there"}}'],
    [
      'Hi {%customer.firstName,fallback=%} {%customer.lastName,fallback=you%}',
      'Hi {{ticket.requester.first_name | default: ""}} {{ticket.requester.last_name | default: "you"}}',
    ],
    ['{%customer.fullName%} {%customer.email%}', '{{ticket.requester.name}} {{ticket.requester.email}}'],
    ['{%user.firstName%} {%user.lastName%}', '{{current_user.first_name}} {{current_user.last_name}}'],
    ['{%conversation.subject%} {%conversation.number%}', '{{ticket.title}} {{ticket.id}}'],
    ['{%conversation.url%}', '{{ticket.link}}'],
    ['{%customer.company%}', '{{ticket.organization.name}}'],
    ['{%mailbox.email%}', '{%mailbox.email%}', ['{%mailbox.email%}']],
  ],
};

describe.each(PLACEHOLDER_FORMS)('%s', (form) => {
  test.each(CASES[form].map(([text, expected, unknown = []]) => ({ text, expected, unknown })))(
    '$text',
    ({ text, expected, unknown }) => {
      expect(importPlaceholders(form, text)).toEqual({ text: expected, unknown });
    },
  );

  test('what has no counterpart is named once', () => {
    const [text = '', , unknown = []] = CASES[form].find((one) => one[2] !== undefined) ?? [];
    expect(importPlaceholders(form, text + text).unknown).toEqual(unknown);
  });
});
