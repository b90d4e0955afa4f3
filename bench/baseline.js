// The plain script that the bench compares with: the same tables by hand-written DuckDB, without checks, flags, coarse
// dates, unknown ends or intervals. Reads the spells of a database that Mercato loaded, writes its own file.
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [database, out] = process.argv.slice(2);
rmSync(out, { force: true });
const instance = await DuckDBInstance.create(out, { memory_limit: '3GB', preserve_insertion_order: 'false' });
const connection = await instance.connect();
await connection.run(`attach '${database}' as m (read_only)`);
const started = performance.now();
const before = process.cpuUsage();

await connection.run(`create table firm as
  select row_number() over (order by name) as organisation, name from (
    select distinct regexp_replace(lower(written), ' inc\\.?$', '') as name from m.employer)`);
await connection.run(`create table spelling as
  select employer, organisation from m.employer join firm on name = regexp_replace(lower(written), ' inc\\.?$', '')`);

await connection.run(`create temp table episode0 as
  with s as (
    select person, organisation, spell, coalesce(year(start_date) * 12 + month(start_date), 0) as b,
      coalesce(year(end_date) * 12 + month(end_date), 999999) as e
    from m.spell join spelling using (employer)),
  o as (select *, max(e) over (partition by person, organisation order by b, e, spell
      rows between unbounded preceding and 1 preceding) as so_far from s),
  cut as (select distinct o.spell from o join s as x using (person)
    where x.organisation <> o.organisation and o.so_far < o.b and o.b <= o.so_far + 1 and x.b >= o.so_far and x.b < o.b),
  n as (select o.*, sum(case when so_far is null or b > so_far + 1 or cut.spell is not null then 1 else 0 end)
      over (partition by person, organisation order by b, e, o.spell rows unbounded preceding) as nth
    from o left join cut using (spell))
  select person, organisation, nth, min(spell) as episode, min(b) as b, max(e) as e from n group by all`);
await connection.run(`create temp table path as
  with m as (select *, max(e) over (partition by person order by b, e, organisation
    rows between unbounded preceding and 1 preceding) as so_far from episode0)
  select *, lag(organisation) over w as o0, lag(episode) over w as p0, lag(e) over w as e0, lag(b) over w as b0,
    lead(b) over w as b1
  from m where so_far is null or b >= so_far or e > so_far window w as (partition by person order by b, e, organisation)`);
await connection.run(`create table move as
  select person, o0 as from_organisation, organisation as to_organisation, p0 as from_episode, episode as to_episode,
    e0 as left_month, case when b < e0 - 3 then e0 else b end as joined_month,
    case when b < e0 - 3 then 0 else b - e0 end as gap, b0 > 0 as known_start
  from path where e0 < 999999 and o0 <> organisation`);
await connection.run(`create table episode as
  select x.*, path.episode is not null as main,
    case when path.episode is null then null when e0 is null or b0 is null then x.b when x.b < e0 - 3 then e0 else x.b end as f,
    least(x.e, 24318, case when path.b1 < x.e - 3 then x.e else path.b1 end) as t
  from episode0 as x left join path on path.episode = x.episode`);
const built = performance.now();

await connection.run(`create table flow as
  select from_organisation, to_organisation, count(*) as moves, count(distinct person) as people,
    sum(case when known_start then 1 else 0 end) as known
  from move where gap <= 3 group by all`);
await connection.run(`create table exposure as
  select organisation, sum(case when t > f then 2 * (t - f) when e = t then 1 else 0 end) as half_months
  from episode where main and b > 0 group by all`);
const flowed = performance.now();

await connection.run(`create table curve as
  with h as (select organisation, 2 * greatest(f - b, 0) as entry,
      case when e <= 24318 then greatest(2 * (e - b), 1) else 2 * (24318 - b) end as leaving,
      case when e <= 24318 then 1 else 0 end as event
    from episode where main and b > 0),
  c as (select organisation, t, sum(i) as i, sum(o) as o, sum(d) as d from (
    select organisation, entry as t, 1 as i, 0 as o, 0 as d from h where leaving > entry
    union all select organisation, leaving, 0, 1, event from h where leaving > entry) group by all),
  r as (select organisation, t, d, sum(i) over w - sum(o) over w as n from c
    window w as (partition by organisation order by t rows between unbounded preceding and 1 preceding)),
  k as (select *, sum(case when d >= n then -1e9 else ln(1 - d / n) end) over v as ln_s,
      sum(case when d >= n then 0 else d / (n * (n - d)) end) over v as v
    from r where d > 0 window v as (partition by organisation order by t rows unbounded preceding))
  select organisation, t / 2 as month, n, d, exp(ln_s) as share,
    case when ln_s < 0 and ln_s > -1e8 then exp(ln_s * exp(1.959963984540054 * sqrt(v) / -ln_s)) end as low,
    case when ln_s < 0 and ln_s > -1e8 then exp(ln_s * exp(1.959963984540054 * sqrt(v) / ln_s)) end as high
  from k`);
await connection.run(`create table kept as
  select organisation, sum(case when b >= 24294 and b < 24318 then 1 else 0 end) as hired,
    sum(case when b >= 24294 and b < 24318 and e > 24318 then 1 else 0 end) as held,
    sum(case when f <= 24294 and t > 24294 then 1 else 0 end) as staff,
    sum(case when f <= 24294 and t > 24294 and e > 24318 then 1 else 0 end) as stayed
  from episode where main group by all`);
const curved = performance.now();
const { user, system } = process.cpuUsage(before);

const count = async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
process.stdout.write(
  JSON.stringify({
    build: (built - started) / 1000,
    flows: (flowed - built) / 1000,
    retention: (curved - flowed) / 1000,
    total: (curved - started) / 1000,
    cpu: (user + system) / 1_000_000,
    episodes: await count('select count(*) from episode'),
    moves: await count('select count(*) from move where gap <= 3'),
    pairs: await count('select count(*) from flow'),
    steps: await count('select count(*) from curve'),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
