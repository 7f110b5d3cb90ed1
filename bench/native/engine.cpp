// The engine's questions in C++, on the engine's own packed memory: what its kernels are measured against.
// Arguments: a file with the memory, then what lies where in it (the fields of `Layout`, in order).
// A line on standard input asks all questions of a file once; the answer is a line: nanoseconds of each, and a
// checksum of the answers.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using u8 = uint8_t;
using u32 = uint32_t;

struct Layout { u32 people, organizations, second, best, before, after, open, heads; };

static u8* memory;
static Layout at;
static const u32 ID = 0xffffff, LAST = 0xff000000, BARRED = 255;

static inline const u32* list(u32 record) {
  return (const u32*)(memory + ((const u32*)(memory + at.heads))[record]);
}
static inline u32 limitFor(int left) { return left >= 254 ? LAST : (u32)(left + 1) << 24; }

struct Path { u32 key, a, b, c; };
static std::vector<Path> found;
static u32 top;
static int most;

static bool isBefore(const Path& one, const Path& other) {
  if (one.key != other.key) return one.key < other.key;
  if (one.a != other.a) return one.a < other.a;
  return one.b != other.b ? one.b < other.b : one.c < other.c;
}

static void offer(int cost, u32 ties, u32 a, u32 b, u32 c) {
  Path path{(u32)cost << 2 | ties, a, b, c};
  if (found.size() == top && !isBefore(path, found.back())) return;
  if (found.size() < top) found.push_back(path);
  size_t place = found.size() - 1;
  for (; place > 0 && isBefore(path, found[place - 1]); place--) found[place] = found[place - 1];
  found[place] = path;
  if (found.size() == top && most > (int)(found.back().key >> 2)) most = found.back().key >> 2;
}

// The next word below the limit whose person has something in the table.
static inline const u32* nextIn(const u8* table, const u32* word, u32 limit) {
#ifdef FOUR
  // Sorted up to the end of the list, and what ends it is not below any limit.
  for (; (word[0] < limit) & (word[1] < limit) & (word[2] < limit) & (word[3] < limit); word += 4) {
    u32 a = table[word[0] & ID], b = table[word[1] & ID], c = table[word[2] & ID], d = table[word[3] & ID];
    if (a | b | c | d) return a ? word : b ? word + 1 : c ? word + 2 : word + 3;
  }
#endif
  for (; *word < limit; word++)
    if (table[*word & ID]) return word;
  return nullptr;
}

static void searchLast(u32 connector, u32 second, int soFar) {
  u8* ends = memory + at.second;
  u32 limit = limitFor(most - soFar);
  for (auto* tie = nextIn(ends, list(second), limit); tie; tie = nextIn(ends, tie + 1, limit)) {
    u32 end = *tie & ID;
    int total = soFar + (int)(*tie >> 24) + ends[end] - 1;
    if (total <= most && end != connector) offer(total, 3, connector, second, end);
  }
}

template <class Each> static void eachNear(const u32* ends, int spare, Each each) {
  for (auto* end = ends; *end < LAST; end++) {
    int cost = *end >> 24;
    if (spare - cost < 1) return;
    if (!memory[at.second + (*end & ID)]) continue;
    u32 limit = limitFor(spare - cost);
    for (auto* tie = list(*end & ID); *tie < limit; tie++) each(*tie & ID, 255 - cost - (*tie >> 24));
  }
}

struct Step { u32 connector, second; int cost, total; };
static std::vector<Step> steps;

static void lowerMost(u32* tally) {
  for (auto& path : found) tally[path.key >> 2]++;
  u32 count = 0;
  for (int cost = 0; cost < most; cost++) {
    count += tally[cost];
    if (count < top) continue;
    most = cost;
    return;
  }
}

#ifndef CROWD
#define CROWD 1
#endif

static bool isCrowd(const u32* first, const u32* ends, int hops, int spare) {
  int left = 0;
  for (; *first < LAST && (int)(*first >> 24) + hops + 2 <= most; first++) left += CROWD;
  for (u32 limit = limitFor(spare - 1); *ends < limit; ends++)
    if (--left < 0) return true;
  return false;
}

static void searchForward(const u32* first, int hops) {
  const u8* near = memory + at.best;
  for (; *first < LAST; first++) {
    int soFar = (int)(*first >> 24) + hops;
    if (soFar + 2 > most) return;
    u32 connector = *first & ID;
    if (near[connector] == BARRED) continue;
    for (auto* tie = list(connector); *tie < LAST; tie++) {
      int cost = soFar + (int)(*tie >> 24);
      if (cost >= most) break;
      if (near[*tie & ID] != BARRED) searchLast(connector, *tie & ID, cost);
    }
  }
}

static void searchThree(const u32* first, const u32* ends, int hops) {
  u8 *near = memory + at.best, *endCost = memory + at.second;
  int spare = most - hops - (int)(*first >> 24) - 1;
  if (spare < 1) return;
  if (isCrowd(first, ends, hops, spare)) return searchForward(first, hops);
  eachNear(ends, spare, [=](u32 person, u32 left) { if (left > near[person]) near[person] = left; });
  u32 tally[256] = {};
  steps.clear();
  for (auto* word = first; *word < LAST; word++) {
    int soFar = (int)(*word >> 24) + hops;
    if (soFar + 2 > most) break;
    u32 connector = *word & ID;
    if (near[connector] == BARRED) continue;
    u32 limit = limitFor(most - soFar - 1);
    for (auto* tie = nextIn(near, list(connector), limit); tie; tie = nextIn(near, tie + 1, limit)) {
      u32 second = *tie & ID;
      int cost = *tie >> 24, left = near[second], total = soFar + cost + 255 - left, end = endCost[connector];
      if (left == (int)BARRED || total > most) continue;
      if (!end || 255 - left != end - 1 + cost) tally[total]++;
      steps.push_back({connector, second, soFar + cost, total});
    }
  }
  lowerMost(tally);
  for (auto& step : steps)
    if (step.total <= most) searchLast(step.connector, step.second, step.cost);
  eachNear(ends, spare, [=](u32 person, u32) { near[person] = 0; });
}

static void paths(u32 from, u32 organization, int h1, int h2, int h3) {
  found.clear();
  most = 254;
  u8 *endCost = memory + at.second, *near = memory + at.best;
  const u32 *first = list(from), *ends = list(at.people + organization);
  near[from] = BARRED;
  for (auto* end = ends; *end < LAST; end++)
    if (near[*end & ID] != BARRED) endCost[*end & ID] = (*end >> 24) + 1;
  for (auto* word = first; *word < LAST; word++) {
    int soFar = (int)(*word >> 24) + h1;
    if (soFar > most) break;
    int end = endCost[*word & ID];
    if (end && soFar + end - 1 <= most) offer(soFar + end - 1, 1, *word & ID, 0, 0);
  }
  for (auto* word = first; *word < LAST; word++) {
    int soFar = (int)(*word >> 24) + h2;
    if (soFar >= most) break;
    u32 connector = *word & ID, limit = limitFor(most - soFar);
    if (near[connector] == BARRED) continue;
    for (auto* tie = nextIn(endCost, list(connector), limit); tie; tie = nextIn(endCost, tie + 1, limit)) {
      int total = soFar + (int)(*tie >> 24) + endCost[*tie & ID] - 1;
      if (total <= most) offer(total, 2, connector, *tie & ID, 0);
    }
  }
  searchThree(first, ends, h3);
  for (auto* end = ends; *end < LAST; end++) endCost[*end & ID] = 0;
  near[from] = 0;
}

static inline void spread(u8* table, const u32* word, u32 left) {
  for (u32 limit = left << 24; *word < limit; word++) {
    u32 rest = left - (*word >> 24);
    if (rest > table[*word & ID]) table[*word & ID] = rest;
  }
}

template <class Each> static void eachReached(const u8* table, Each each) {
  for (u32 from = 0; from < at.people; from += 8) {
    uint64_t eight;
    memcpy(&eight, table + from, 8);
    for (; eight; ) {
      u32 person = from + (__builtin_ctzll(eight) >> 3);
      eight &= ~(0xffull << ((person - from) << 3));
      if (table[person] != BARRED) each(person, (u32)table[person]);
    }
  }
}

static void explore(u32 from, const u32* first, int h1, int h2, int h3, int full) {
  u8 *second = memory + at.second, *best = memory + at.best;
  int slack = h2 > h3 ? h2 - h3 : 0;
  second[from] = best[from] = BARRED;
  if (full - h1 < 2) return;
  spread(best, first, full - h1);
  for (auto* word = first; *word < LAST; word++) {
    int left = full - h1 - h2 - (int)(*word >> 24);
    if (left < 2) break;
    if (best[*word & ID] == BARRED) continue;
    u32 limit = (u32)left << 24;
    for (auto* tie = list(*word & ID); *tie < limit; tie++) {
      int rest = left - (int)(*tie >> 24);
      u32 person = *tie & ID;
      if (rest > second[person] && rest + slack > best[person]) second[person] = rest;
    }
  }
  eachReached(second, [=](u32 person, u32 left) {
    if (left > best[person]) best[person] = left;
    if ((int)left - h3 >= 2) spread(best, list(person), left - h3);
  });
}

static void wipe() {
  memset(memory + at.second, 0, at.people);
  memset(memory + at.best, 0, at.people);
}

static int leftAt(u32 organization) {
  const u8* best = memory + at.best;
  int most = 0;
  u32 limit = LAST;
  for (auto* word = list(at.people + organization); *word < limit; word++) {
    int left = best[*word & ID], rest = left - (int)(*word >> 24);
    if (left == (int)BARRED || rest <= most) continue;
    most = rest;
    limit = (u32)(255 - most) << 24;
  }
  return most;
}

struct Way { u32 ties, a, b, c; };

static bool has(const u32* word, u32 wanted) {
  for (u32 limit = wanted | ID; *word <= limit; word++)
    if (*word == wanted) return true;
  return false;
}

static u32 connectorTo(const u32* first, u32 person, int full) {
  int left = memory[at.second + person];
  u32 best = ~0u;
  for (; *first < LAST; first++) {
    int cost = full - (int)(*first >> 24) - left;
    if (cost < 1) break;
    u32 connector = *first & ID;
    if (connector < best && has(list(person), (u32)cost << 24 | connector)) best = connector;
  }
  return best;
}

static void keep(Way& way, Way other) {
  if (other.ties > way.ties) return;
  if (other.ties == way.ties && !isBefore({0, other.a, other.b, other.c}, {0, way.a, way.b, way.c})) return;
  way = other;
}

static void wayTo(Way& way, const u32* first, u32 person, int left, int h1, int h2, int h3, int full) {
  const u8* second = memory + at.second;
  if (has(first, (u32)(full - h1 - left) << 24 | person)) return keep(way, {1, person, 0, 0});
  if (way.ties == 1) return;
  if (second[person] == left) {
    u32 connector = connectorTo(first, person, full - h1 - h2);
    if (connector <= ID) return keep(way, {2, connector, person, 0});
  }
  if (way.ties == 2) return;
  for (auto* word = list(person); *word < LAST; word++) {
    int there = second[*word & ID];
    if (!there || there == (int)BARRED || there - h3 - (int)(*word >> 24) != left) continue;
    u32 connector = connectorTo(first, *word & ID, full - h1 - h2);
    if (connector <= ID) keep(way, {3, connector, *word & ID, person});
  }
}

struct Door { u32 organization, before, after; Way way; };
static std::vector<Door> doorsFound;

static void doors(u32 from, const u32* room, int threshold, int minGain, bool openOnly, int h1, int h2, int h3) {
  doorsFound.clear();
  u8 *after = memory + at.after, *best = memory + at.best;
  int full = threshold + 1;
  explore(from, room, h1, h2, h3, full);
  eachReached(best, [=](u32 person, u32 left) {
    for (auto* word = list(person) - 1; *word < left << 24; word--) {
      u32 rest = left - (*word >> 24);
      if (rest > after[*word & ID]) after[*word & ID] = rest;
    }
  });
  wipe();
  explore(from, list(from), h1, h2, h3, 255);
  for (u32 organization = 0; organization < at.organizations; organization++) {
    if (!after[organization]) continue;
    if (openOnly && !memory[at.open + organization]) continue;
    int before = 255 - leftAt(organization), now = full - after[organization];
    if (now >= before || (before <= threshold && before - now < minGain)) continue;
    doorsFound.push_back({organization, (u32)before, (u32)now, {4, 0, 0, 0}});
  }
  wipe();
  if (!doorsFound.empty()) explore(from, room, h1, h2, h3, full);
  for (auto& door : doorsFound) {
    for (auto* word = list(at.people + door.organization); *word < LAST; word++) {
      int left = best[*word & ID];
      if (left == (int)BARRED || left - (int)(*word >> 24) != full - (int)door.after) continue;
      wayTo(door.way, room, *word & ID, left, h1, h2, h3, full);
    }
  }
  wipe();
  memset(after, 0, at.organizations);
}

static uint64_t mix(uint64_t sum, uint64_t value) { return (sum * 31 + value) % 2147483647ull; }

static uint64_t sumOfPaths(uint64_t sum) {
  for (auto& path : found) {
    sum = mix(sum, path.key >> 2);
    u32 people[] = {path.a, path.b, path.c};
    for (u32 tie = 0; tie < (path.key & 3); tie++) sum = mix(sum, people[tie]);
  }
  return sum;
}

static uint64_t sumOfDoors(uint64_t sum) {
  for (auto& door : doorsFound) {
    sum = mix(mix(mix(sum, door.organization), door.before), door.after);
    u32 people[] = {door.way.a, door.way.b, door.way.c};
    for (u32 tie = 0; tie < door.way.ties; tie++) sum = mix(sum, people[tie]);
  }
  return sum;
}

static std::vector<u32> wordsOf(const char* name) {
  FILE* file = fopen(name, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  std::vector<u32> words(ftell(file) / 4 + 1);
  rewind(file);
  if (fread(words.data(), 1, words.size() * 4, file) == 0) exit(1);
  fclose(file);
  return words;
}

// Questions: paths: from, organization. Doors: from, then six words of the room (ended by ~0).
int main(int count, char** argv) {
  if (count != 12) return 1;
  auto words = wordsOf(argv[1]);
  memory = (u8*)words.data();
  u32* fields = (u32*)&at;
  for (int field = 0; field < 8; field++) fields[field] = strtoul(argv[field + 2], nullptr, 10);
  auto pathQuestions = wordsOf(argv[10]), doorQuestions = wordsOf(argv[11]);
  std::vector<long> nanoseconds;
  for (int c; (c = getchar()) != EOF;) {
    if (c != 'p' && c != 'd') continue;
    uint64_t sum = 0;
    auto& questions = c == 'p' ? pathQuestions : doorQuestions;
    size_t step = c == 'p' ? 2 : 8;
    for (size_t q = 0; q + step < questions.size() + 1; q += step) {
      top = 10;
      auto start = std::chrono::steady_clock::now();
      if (c == 'p') paths(questions[q], questions[q + 1], 0, 16, 49);
      else doors(questions[q], &questions[q + 1], 161, 5, false, 0, 16, 33);
      auto took = std::chrono::steady_clock::now() - start;
      printf("%ld ", (long)std::chrono::duration_cast<std::chrono::nanoseconds>(took).count());
      sum = c == 'p' ? sumOfPaths(sum) : sumOfDoors(sum);
    }
    printf("%llu\n", (unsigned long long)sum);
    fflush(stdout);
  }
}
