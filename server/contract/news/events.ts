/** What has happened that others want to know of: one line each, without names of people. Terms: docs/news.md. */
import { z } from 'zod';

/** Of these others may be told by webhook. */
export const EVENT_KINDS = ['version.published', 'version.withdrawn', 'harvest.changed', 'harvest.failed', 'calendar.overdue', 'assessment.planned'] as const;
export const eventKind = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof eventKind>;

/** What concerns those alone who keep a webhook. */
export const OWN_KINDS = ['webhook.disabled'] as const;
export type AnyKind = EventKind | (typeof OWN_KINDS)[number];

/**
 * Who may know of it at most: everybody; whoever belongs to the country; those who keep what it is about. Of a dataset only those who may
 * receive it at the moment they are told.
 */
export const EVENT_AUDIENCES = ['public', 'members', 'keepers'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];
