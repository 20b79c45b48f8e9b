import { beforeEach, describe } from 'vitest';
import { memoryStorage } from '../../../support/memory-storage.ts';
import type { Held } from './fixtures.ts';
import { storageContract } from './storage-contract.ts';

describe('memory storage', () => {
  let held: Held = new Map();
  beforeEach(() => {
    held = new Map();
  });
  storageContract(async () => memoryStorage(held));
});
