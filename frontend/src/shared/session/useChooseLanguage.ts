import { useCallback } from 'react';
import { PersonEditDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import type { Language } from '@/shared/i18n/language';
import { chooseLanguage } from '@/shared/i18n/runtime';
import { useViewer } from './ViewerContext';

const PERSON_DOOR = { kind: 'group' } as const;

/** This will switch the language at once, and keep the choice with the person for mails and other browsers. */
export function useChooseLanguage(): (language: Language) => void {
  const { person } = useViewer();
  const { mutateAsync } = useApiMutation(PersonEditDocument, { payload: (result) => result.personEdit, touches: ['viewer'], door: PERSON_DOOR });
  return useCallback(
    (language) => {
      void chooseLanguage(language);
      // The screen has changed already; should the server not be reached, this browser still remembers.
      mutateAsync({ input: { displayName: person.displayName, locale: language } }).catch(() => undefined);
    },
    [mutateAsync, person.displayName],
  );
}
