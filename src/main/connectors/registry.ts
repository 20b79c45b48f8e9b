import type { AnyConnectorDefinition } from './contract.ts';
import { requestTracker } from './request-tracker/index.ts';
import { zendesk } from './zendesk/index.ts';

/** Every helpdesk that Holdfast can talk to. One folder and one line each; nothing else names them. */
export const connectorDefinitions: readonly AnyConnectorDefinition[] = [zendesk, requestTracker];
