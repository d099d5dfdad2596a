import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import { Suspense, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { createQueryClient } from '@/shared/api/queryClient';
import { HotkeyProvider } from '@/shared/keyboard/HotkeyContext';
import { toLanguage } from '@/shared/i18n/language';
import { antdLocale } from '@/shared/i18n/runtime';
import { useThemeMode } from '@/shared/theme/mode';
import { Loading } from '@/shared/ui/States';
import { readNonce } from './nonce';
import { createRouter } from './router';
import { antdTheme, publishPalette } from './theme';

export function Application() {
  const mode = useThemeMode();
  const { i18n } = useTranslation();
  const router = useMemo(() => createRouter(), []);
  const queryClient = useMemo(() => createQueryClient(() => leaveForLogin(router)), [router]);
  const csp = useMemo(() => ({ nonce: readNonce() }), []);
  useLayoutEffect(() => publishPalette(mode), [mode]);
  return (
    <ConfigProvider
      csp={csp}
      theme={useMemo(() => antdTheme(mode), [mode])}
      locale={antdLocale(toLanguage(i18n.language) ?? 'en')}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional', validateMessages: undefined }}
    >
      <App>
        <QueryClientProvider client={queryClient}>
          <HotkeyProvider>
            <Suspense fallback={<Loading />}>
              <RouterProvider router={router} />
            </Suspense>
          </HotkeyProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

/** A session that ended anywhere leads to the login, and from there back to the same page. */
function leaveForLogin(router: ReturnType<typeof createRouter>): void {
  const { pathname, search } = router.state.location;
  if (pathname.startsWith('/login')) return;
  void router.navigate(`/login?next=${encodeURIComponent(pathname + search)}`, { replace: true });
}
