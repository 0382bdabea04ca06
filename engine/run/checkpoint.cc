// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/checkpoint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace essaim {

static_assert(std::endian::native == std::endian::little, "checkpoints hold numbers as they lie in memory");

namespace {

constexpr std::string_view magic = "ESSAIMCK";
constexpr std::size_t frame_bytes = magic.size() + sizeof(std::uint32_t) + sizeof(std::uint64_t);
constexpr std::size_t checksum_bytes = 64;

std::string checksum(std::span<const std::byte> bytes) {
  Sha256 sha;
  sha.update(bytes);
  return sha.hex();
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <class T>
T number_at(std::span<const std::byte> bytes, std::size_t place) {
  T value;
  std::memcpy(&value, bytes.data() + place, sizeof(T));
  return value;
}

/// The line of `text` that begins at `place`.
std::string_view line_at(std::string_view text, std::size_t place) {
  return text.substr(place, text.find('\n', place) - place);
}

}  // namespace

/// Numbers and texts to a sink in large pieces, counted and summed. Without a sink it only counts.
class Checkpoint::Writer {
 public:
  explicit Writer(const ByteSink* sink) : sink_{sink} {}

  std::uint64_t count() const { return count_; }
  void bytes(std::span<const std::byte> bytes) {
    count_ += bytes.size();
    if (sink_ == nullptr) return;
    if (bytes.empty()) return;
    if (buffered_ + bytes.size() > piece) flush();
    if (bytes.size() > piece) return hand_over(bytes);
    std::memcpy(buffer_.data() + buffered_, bytes.data(), bytes.size());
    buffered_ += bytes.size();
  }
  void text(std::string_view text) { bytes(std::as_bytes(std::span{text})); }
  void counted_text(std::string_view text_) {
    number(static_cast<std::uint32_t>(text_.size()));
    text(text_);
  }
  template <class T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    bytes(std::as_bytes(std::span{&value, 1}));
  }
  void event(const Event& event) {
    number(event.at.count());
    for (const std::uint32_t word : {event.to.index(), event.from.index(), event.sequence, event.generation}) {
      number(word);
    }
    for (const std::uint32_t word : event.payload) number(word);
    number(event.kind);
    number(event.priority);
    number(event.timer);
  }
  void end_with_checksum() {
    flush();
    const std::string sum = sha_.hex();
    (*sink_)(std::as_bytes(std::span{sum}));
  }

 private:
  static constexpr std::size_t piece = std::size_t{1} << 16;

  void flush() {
    if (buffered_ > 0) hand_over(std::span{buffer_}.first(buffered_));
    buffered_ = 0;
  }
  void hand_over(std::span<const std::byte> bytes) {
    sha_.update(bytes);
    (*sink_)(bytes);
  }

  const ByteSink* sink_;
  std::vector<std::byte> buffer_ = std::vector<std::byte>(piece);
  std::size_t buffered_ = 0;
  Sha256 sha_;
  std::uint64_t count_ = 0;
};

/// The same numbers and texts again. Past the end it gives zeros and is no longer good.
class Checkpoint::Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : rest_{bytes} {}

  bool good() const { return good_; }
  bool at_end() const { return good_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }
  std::span<const std::byte> bytes(std::uint64_t size) {
    good_ = good_ && size <= rest_.size();
    if (!good_) return {};
    const auto taken = rest_.first(static_cast<std::size_t>(size));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }
  template <class T>
  T number() {
    const auto found = bytes(sizeof(T));
    return good_ ? number_at<T>(found, 0) : T{};
  }
  std::string_view counted_text() { return text_of(bytes(number<std::uint32_t>())); }

 private:
  std::span<const std::byte> rest_;
  bool good_ = true;
};

/// What was read, believed only when all of it is.
struct Checkpoint::State {
  Time now;
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  std::optional<Failure> failure;  ///< its texts lie in the bytes
  std::span<const std::byte> sequences;
  std::span<const std::byte> generations;
  std::vector<std::pair<std::span<const std::byte>, std::vector<std::byte>*>> columns;  ///< from and to
  std::vector<Event> events;
};

std::string Checkpoint::run_text(const Simulation& simulation) {
  const Random& random = simulation.random_;
  std::string text = "lookahead " + std::to_string(simulation.lookahead_.count()) + " s\n";
  text += "seed " + std::to_string(random.seed()) + "\nreplicate " + std::to_string(random.replicate()) + "\n";
  text += "site's chance " + std::to_string(random.tie(0, 0)) + "\n";
  for (std::size_t number = 0; number < simulation.models_.size(); ++number) {
    const Model* model = simulation.models_[number].get();
    if (model != nullptr) text += "model " + std::to_string(number) + " " + std::string{model->name()} + "\n";
  }
  for (const Routine& routine : simulation.routines_.all()) text += "routine " + routine.text() + "\n";
  for (const auto& table : simulation.world_.tables()) {
    text += "table " + table->name() + " of " + std::to_string(table->rows()) + " rows\n";
    for (const auto& column : table->columns()) {
      const bool own = column->sharing == Sharing::own;
      text += "column " + table->name() + "." + column->name + " of " + std::string{column->type} +
              (own ? ", own\n" : ", published\n");
    }
  }
  return text;
}

void Checkpoint::save(const Simulation& simulation, const ByteSink& sink) {
  const std::string run = run_text(simulation);
  Writer size{nullptr};
  size.counted_text(run);
  write_state(simulation, size);
  Writer writer{&sink};
  writer.text(magic);
  writer.number(version);
  writer.number(std::uint64_t{frame_bytes + size.count() + checksum_bytes});
  writer.counted_text(run);
  write_state(simulation, writer);
  writer.end_with_checksum();
}

void Checkpoint::write_state(const Simulation& simulation, Writer& writer) {
  writer.number(simulation.now_.count());
  writer.number(simulation.handled_);
  writer.number(simulation.cancelled_);
  writer.number(static_cast<std::uint8_t>(simulation.failure_ ? 1 : 0));
  if (simulation.failure_) {
    for (const auto text : {simulation.failure_->code, simulation.failure_->message, simulation.failure_->model}) {
      writer.counted_text(text);
    }
    writer.number(simulation.failure_->process.index());
    writer.number(simulation.failure_->at.count());
  }
  writer.bytes(std::as_bytes(std::span{simulation.next_sequence_}));
  writer.bytes(std::as_bytes(std::span{simulation.timer_generation_}));
  for (const auto& table : simulation.world_.tables()) {
    for (const auto& column : table->columns()) {
      writer.bytes(column->values);
      writer.bytes(column->pending);
    }
  }
  writer.number(std::uint64_t{simulation.pending()});
  write_events(simulation, writer);
}

// In the order of window, source, sequence: what lies beyond the ring of windows, and may have come into its reach by
// now, is sorted beforehand and mixed in window by window.
void Checkpoint::write_events(const Simulation& simulation, Writer& writer) {
  const WindowRing& ring = simulation.pending_;
  std::vector<Event> events;
  std::vector<Event> far;
  const auto collect = [&](const Event& event) {
    if (!simulation.is_cancelled(event)) events.push_back(event);
  };
  const auto named_before = [](const Event& a, const Event& b) {
    return a.from != b.from ? a.from < b.from : a.sequence < b.sequence;
  };
  ring.for_each_far([&](const Event& event) {
    if (!simulation.is_cancelled(event)) far.push_back(event);
  });
  // A total order: (from, sequence) is the event's name, and unique.
  std::sort(far.begin(), far.end(), [&](const Event& a, const Event& b) {
    const auto [window_a, window_b] = std::pair{ring.window_of(a.at), ring.window_of(b.at)};
    return window_a != window_b ? window_a < window_b : named_before(a, b);
  });
  auto next_far = far.begin();
  for (std::uint64_t ahead = 0; ahead < WindowRing::ring_size; ++ahead) {
    events.clear();
    ring.for_each_in(ahead, collect);
    while (next_far != far.end() && ring.window_of(next_far->at) == ring.current() + ahead) {
      events.push_back(*next_far++);
    }
    std::sort(events.begin(), events.end(), named_before);  // total: the name is unique
    for (const Event& event : events) writer.event(event);
  }
  for (; next_far != far.end(); ++next_far) writer.event(*next_far);
}

Checkpoint::Refusal Checkpoint::check_frame(std::span<const std::byte> bytes) {
  const std::string_view start = text_of(bytes).substr(0, magic.size());
  if (start != magic.substr(0, start.size())) return {Problem::foreign, "is not a checkpoint of a run"};
  const std::string found = std::to_string(bytes.size()) + " bytes";
  if (bytes.size() < frame_bytes + checksum_bytes) return {Problem::truncated, "is cut off: it has only " + found};
  const auto written_in = number_at<std::uint32_t>(bytes, magic.size());
  if (written_in != version) {
    return {Problem::other_version, "was written in version " + std::to_string(written_in) +
                                        " of the format; this program reads version " + std::to_string(version)};
  }
  const auto length = number_at<std::uint64_t>(bytes, magic.size() + sizeof(std::uint32_t));
  const std::string of_length = found + ", and says that it has " + std::to_string(length);
  if (bytes.size() < length) return {Problem::truncated, "is cut off: it has " + of_length};
  if (bytes.size() > length) return {Problem::damaged, "is damaged: it has " + of_length};
  if (checksum(bytes.first(bytes.size() - checksum_bytes)) != text_of(bytes.last(checksum_bytes))) {
    return {Problem::damaged, "is damaged: its bytes are not those that were written"};
  }
  return {};
}

Checkpoint::Refusal Checkpoint::check_run(const Simulation& simulation, std::string_view saved) {
  const std::string ours = run_text(simulation);
  if (saved == ours) return {};
  const auto differ = std::mismatch(saved.begin(), saved.end(), ours.begin(), ours.end()).first;
  std::size_t line = static_cast<std::size_t>(differ - saved.begin());
  while (line > 0 && saved[line - 1] != '\n') --line;
  const auto shown = [line](std::string_view text) {
    return line < text.size() ? "\"" + std::string{line_at(text, line)} + "\"" : std::string{"nothing more"};
  };
  return {Problem::other_run, "belongs to another run: it has " + shown(saved) + " where this run has " + shown(ours)};
}

Checkpoint::Refusal Checkpoint::restore(Simulation& simulation, std::span<const std::byte> bytes) {
  if (Refusal refusal = check_frame(bytes)) return refusal;
  Reader reader{bytes.subspan(frame_bytes, bytes.size() - frame_bytes - checksum_bytes)};
  if (Refusal refusal = check_run(simulation, reader.counted_text())) return refusal;
  State state;
  if (!read_state(simulation, reader, state) || !reader.at_end()) {
    return {Problem::damaged, "is damaged: it holds what no run can come to"};
  }
  take_up(simulation, state);
  return {};
}

bool Checkpoint::read_state(const Simulation& simulation, Reader& reader, State& state) {
  state.now = Time::at(reader.number<std::uint64_t>());
  state.handled = reader.number<std::uint64_t>();
  state.cancelled = reader.number<std::uint64_t>();
  if (reader.number<std::uint8_t>() != 0) {
    state.failure.emplace();
    for (std::string_view Failure::* text : {&Failure::code, &Failure::message, &Failure::model}) {
      (*state.failure).*text = reader.counted_text();
    }
    state.failure->process = ProcessId{reader.number<std::uint32_t>()};
    state.failure->at = Time::at(reader.number<std::uint64_t>());
  }
  state.sequences = reader.bytes(std::as_bytes(std::span{simulation.next_sequence_}).size());
  state.generations = reader.bytes(std::as_bytes(std::span{simulation.timer_generation_}).size());
  for (const auto& table : simulation.world_.tables()) {
    for (const auto& column : table->columns()) {
      for (std::vector<std::byte>* values : {&column->values, &column->pending}) {
        state.columns.emplace_back(reader.bytes(values->size()), values);
      }
    }
  }
  const std::uint32_t processes = simulation.world_.processes();
  const auto width = static_cast<std::uint64_t>(simulation.lookahead_.count());
  const bool known = !state.failure || state.failure->process.is_null() || state.failure->process.index() < processes;
  if (!known || state.now > simulation.end_ || state.now.count() % width != 0) return false;
  std::uint64_t count = reader.number<std::uint64_t>();
  for (; count > 0 && reader.good(); --count) {
    if (!read_event(reader, state, processes, state.events.emplace_back())) return false;
  }
  return reader.good();
}

bool Checkpoint::read_event(Reader& reader, const State& state, std::uint32_t processes, Event& event) {
  event.at = Time::at(reader.number<std::uint64_t>());
  event.to = ProcessId{reader.number<std::uint32_t>()};
  event.from = ProcessId{reader.number<std::uint32_t>()};
  event.sequence = reader.number<std::uint32_t>();
  event.generation = reader.number<std::uint32_t>();
  for (std::uint32_t& word : event.payload) word = reader.number<std::uint32_t>();
  event.kind = reader.number<EventKind>();
  event.priority = reader.number<Priority>();
  event.timer = reader.number<TimerSlot>();
  if (event.at < state.now || event.at > Time::latest()) return false;
  if (event.to.index() >= processes || event.from.index() >= processes) return false;
  if (event.timer == no_timer) return true;
  if (event.timer >= timer_slots) return false;
  const std::size_t slot = std::size_t{event.to.index()} * timer_slots + event.timer;
  return number_at<std::uint32_t>(state.generations, slot * sizeof(std::uint32_t)) == event.generation;
}

void Checkpoint::take_up(Simulation& simulation, State& state) {
  simulation.phase_ = Simulation::Phase::started;
  simulation.have_workers(1);
  simulation.now_ = state.now;
  simulation.handled_ = state.handled;
  simulation.cancelled_ = state.cancelled;
  simulation.dead_ = 0;
  simulation.failure_.reset();
  if (state.failure) {
    const Failure& saved = *state.failure;
    simulation.failure_texts_ = std::make_unique<std::array<std::string, 3>>(
        std::array{std::string{saved.code}, std::string{saved.message}, std::string{saved.model}});
    const auto& [code, message, model] = *simulation.failure_texts_;
    simulation.failure_ = Failure{code, message, model, saved.process, saved.at};
  }
  std::memcpy(simulation.next_sequence_.data(), state.sequences.data(), state.sequences.size());
  std::memcpy(simulation.timer_generation_.data(), state.generations.data(), state.generations.size());
  for (const auto& [from, to] : state.columns) std::copy(from.begin(), from.end(), to->begin());
  simulation.routine_window_ = 0;
  simulation.pending_.restart_at(simulation.pending_.window_of(state.now));
  for (const Event& event : state.events) simulation.pending_.add(event);
}

}  // namespace essaim
