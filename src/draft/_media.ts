import { phrases } from './_pattern.js';

/** Newspapers, agencies, sites and stations that are quoted for what they report. */
export const media = phrases(`
  New York Times, The New York Times, NYT, Wall Street Journal, The Wall Street Journal, WSJ, Washington Post, The Washington Post, Financial Times, The Financial Times, FT, Bloomberg, Bloomberg News,
  Reuters, Associated Press, AP, AFP, Agence France-Presse, The Guardian, Guardian, The Times, The Economist, The Independent, The Telegraph, Daily Telegraph, Daily Mail, BBC, CNN, CNBC, Fox Business, Fox News, MSNBC,
  NBC, NBC News, CBS, CBS News, ABC News, NPR, Axios, Politico, Semafor, The Information, The Verge, Wired, TechCrunch, Ars Technica, Business Insider, Insider, Forbes, Fortune, Time, Time Magazine, Newsweek, The Atlantic,
  New Yorker, The New Yorker, Vox, Quartz, Engadget, Gizmodo, Mashable, VentureBeat, ZDNet, The Register, MIT Technology Review, Nature, Science, Le Monde, Le Figaro, Libération, Les Échos, Les Echos, La Tribune,
  L'Usine Nouvelle, Usine Nouvelle, L'Express, Le Point, L'Obs, Marianne, Mediapart, Le Parisien, L'Opinion, La Croix, L'Humanité, Ouest-France, Sud Ouest, La Voix du Nord, Challenges, Capital, Alternatives économiques,
  Le Canard enchaîné, Télérama, BFM Business, BFM TV, BFMTV, TF1, France 2, France 3, France 24, France Inter, France Info, franceinfo, RTL, Europe 1, RMC, Arte, Le Temps, Le Soir, La Libre Belgique, RTBF, RTS, Radio-Canada,
  Le Devoir, La Presse, Der Spiegel, Spiegel, Handelsblatt, Frankfurter Allgemeine Zeitung, FAZ, Süddeutsche Zeitung, Die Zeit, NZZ, El País, El Mundo, Corriere della Sera, La Repubblica, Il Sole 24 Ore, Nikkei, Nikkei Asia,
  South China Morning Post, Caixin, The Straits Times, Times of India, Economic Times, Hindustan Times, Mint, Globe and Mail, The Globe and Mail, Toronto Star, Sydney Morning Herald, Australian Financial Review, Irish Times,
  The Irish Times, The Scotsman, Sifted, Maddyness, Numerama, 01net, Next INpact, Le Journal du Net, JDN, Frandroid, L'Usine Digitale, Protocol, Puck, Platformer, The Logic, Tech in Asia, 36Kr`);

/** Places where people post, by the words before them. */
export const posts = phrases(
  'LinkedIn, X, Twitter, Facebook, Instagram, Threads, Bluesky, Mastodon, Reddit, YouTube, TikTok, Substack, Medium, Blind, Glassdoor',
);

/** Words before a quoted or capitalised name that make it a medium. */
export const mediaNouns = phrases(`
  podcast, émission, magazine, quotidien, hebdomadaire, journal, mensuel, chaîne, radio, agence de presse, site d'information, média, newsletter, revue, blog, webzine,
  newspaper, daily, weekly, show, programme, program, broadcaster, news agency, news site, outlet, magazine, channel, journal, gazette`);
