import {
  type ComponentType,
  lazy as opened,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
} from 'react';
import { common } from '../words/common.js';
import { useStatus } from './api.js';
import { useFresh } from './fresh.js';
import { Guarded } from './guarded.js';
import { Heading, titleOf } from './heading.js';
import { type Lang, useLanguage, useWords } from './language.js';
import { Link } from './link.js';
import { useRoute } from './route.js';
import { Waiting } from './states.js';

const loads: (() => Promise<unknown>)[] = [];

/** A view that is loaded when it is first opened, or once another stands, so that it opens where the server is away. */
function lazy(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  loads.push(load);
  return opened(load);
}

/** The views, in the order of the menu; each is loaded when it is first opened. */
const screens: readonly {
  readonly name: keyof (typeof common)['en']['screens'];
  readonly path: string;
  readonly Screen: ComponentType;
}[] = [
  { name: 'overview', path: '/', Screen: lazy(() => import('../screens/overview.js')) },
  { name: 'duel', path: '/duel', Screen: lazy(() => import('../screens/duel.js')) },
  { name: 'organisation', path: '/organisation', Screen: lazy(() => import('../screens/organisation.js')) },
  { name: 'ranking', path: '/ranking', Screen: lazy(() => import('../screens/ranking.js')) },
  { name: 'demand', path: '/demand', Screen: lazy(() => import('../screens/demand.js')) },
  { name: 'claims', path: '/claims', Screen: lazy(() => import('../screens/claims.js')) },
  { name: 'questions', path: '/questions', Screen: lazy(() => import('../screens/questions.js')) },
  { name: 'data', path: '/data', Screen: lazy(() => import('../screens/data.js')) },
  { name: 'method', path: '/method', Screen: lazy(() => import('../screens/method.js')) },
];

/** What stands around every view: name, menu, language, and a banner where people are simulated. */
export function Shell(): ReactNode {
  const { path } = useRoute();
  const w = useWords(common);
  const status = useStatus();
  const found = screens.find((screen) => screen.path === path);
  const name = found === undefined ? w.notHere : w.screens[found.name];
  const isAway = status.isError || status.failureCount > 0;
  const version = status.data?.version;
  useFresh(version, isAway);
  useEffect(() => {
    if (version !== undefined) for (const load of loads) void load().catch(() => undefined);
  }, [version]);
  // Until the view has its heading.
  useLayoutEffect(() => {
    document.title = titleOf(name);
  }, [name]);
  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <header>
        <div className="bar">
          <p className="name">
            <Link to="/">{w.title}</Link>
          </p>
          <Languages />
        </div>
        <nav aria-label={w.views}>
          <ul>
            {screens.map((screen) => (
              <li key={screen.name}>
                <Link to={screen.path} current={screen.path === path}>
                  {w.screens[screen.name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {status.data?.simulated === true && (
          <p className="banner" role="note">
            {w.simulated}
          </p>
        )}
        {isAway ? (
          <p className="banner" role="status">
            {w.away}
          </p>
        ) : null}
      </header>
      <main id="content" tabIndex={-1}>
        <Guarded of={`${path} ${isAway}`}>
          <Suspense fallback={<Waiting />}>
            {found === undefined ? <Heading says={w.notHere} /> : <found.Screen />}
          </Suspense>
        </Guarded>
      </main>
    </>
  );
}

const languages: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'fr', name: 'Français' },
];

function Languages(): ReactNode {
  const { lang, change } = useLanguage();
  const w = useWords(common);
  return (
    <fieldset className="languages">
      <legend className="hidden">{w.language}</legend>
      {languages.map((each) => (
        <button
          key={each.lang}
          type="button"
          lang={each.lang}
          aria-pressed={each.lang === lang}
          onClick={() => change(each.lang)}
        >
          {each.name}
        </button>
      ))}
    </fieldset>
  );
}
