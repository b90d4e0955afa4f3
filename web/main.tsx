import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './app/api.js';
import { LanguageProvider } from './app/language.js';
import { Shell } from './app/shell.js';
import './style.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      // A wrong question stays wrong, and what is not loaded is not there; a server that is away may come back.
      retry: (count, error) => {
        const stays = error instanceof Problem && (error.status < 500 || error.code === 'warehouse');
        return !stays && count < 20;
      },
      retryDelay: (count) => Math.min(500 * 2 ** count, 5000),
      networkMode: 'always',
    },
  },
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <Shell />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
