package studio.pastiche.networks.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what is missing of a file: several segments at once, and what breaks off again from
/// where it broke. All is steered from the thread that calls; the client's threads only write.
final class Transfer {
  private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
  private static final long TICK_MS = 100;
  private static final long NOTED_EVERY = 2 << 20;

  /// A connection that brought less than this before it broke was of no use.
  private static final long WORTH_IT = 256 << 10;

  private final PartFile part;
  private final long total;
  private final boolean ranged;
  private final Settings settings;
  private final Control control;
  private final Listener listener;
  private final Deque<Plan.Piece> waiting = new ArrayDeque<>();
  private final Set<Running> running = new HashSet<>();
  private final BlockingQueue<Running> ended = new LinkedBlockingQueue<>();
  private final Speed speed = new Speed();
  private int breaks;
  private long lastBreak = System.nanoTime();
  private long notBefore = lastBreak;

  /// @param ranged whether the server gives parts; if not, the one piece is fetched whole, and what
  ///   broke off begins anew
  Transfer(
      PartFile part,
      long total,
      boolean ranged,
      Settings settings,
      Control control,
      Listener listener) {
    this.part = part;
    this.total = total;
    this.ranged = ranged;
    this.settings = settings;
    this.control = control;
    this.listener = listener;
    part.missing().forEach(this::cut);
  }

  /// A segment under way.
  private final class Running implements BodyWriter.Target {
    private final Plan.Piece segment;
    private final Exchange exchange;
    private final long begun = System.nanoTime();
    private long noted;
    private @Nullable Throwable problem;

    Running(Plan.Piece segment, Function<? super Running, Exchange> source) {
      this.segment = segment;
      exchange = source.apply(this);
    }

    @Override
    public void write(ByteBuffer bytes, long from) throws IOException {
      part.write(bytes, segment.at() + from - segment.span().from());
      long now = exchange.received();
      if (ranged && now - noted >= NOTED_EVERY) {
        note(now);
      }
    }

    /// Notes what has come since the last time.
    void note(long until) throws IOException {
      synchronized (part) {
        long from = segment.span().from();
        part.keep(new Span(from + noted, from + until));
        noted = until;
      }
    }
  }

  /// Makes the exchange for a segment.
  @FunctionalInterface
  interface Source {
    Exchange exchange(Span span, BodyWriter.Target target);
  }

  /// Fetches until all is here.
  ///
  /// @throws StoppedException where the user paused or cancelled
  void run(Source source) throws IOException, InterruptedException {
    try {
      while (!(waiting.isEmpty() && running.isEmpty())) {
        if (control.stopped()) {
          throw new StoppedException();
        }
        begin(source);
        Running one = ended.poll(TICK_MS, TimeUnit.MILLISECONDS);
        if (one != null) {
          running.remove(one);
          settle(one);
        }
        cancelStalled();
        tell();
      }
    } finally {
      stopAll();
    }
  }

  private void cut(Plan.Piece piece) {
    long step = ranged ? settings.segment() : Math.max(1, piece.span().length());
    for (long from = piece.span().from(); from < piece.span().to(); from += step) {
      Span span = new Span(from, Math.min(from + step, piece.span().to()));
      waiting.addLast(new Plan.Piece(span, piece.at() + from - piece.span().from()));
    }
  }

  private void begin(Source source) {
    while (running.size() < settings.parallel()
        && !waiting.isEmpty()
        && System.nanoTime() - notBefore >= 0) {
      Plan.Piece segment = waiting.removeFirst();
      Running one = new Running(segment, target -> source.exchange(segment.span(), target));
      running.add(one);
      one.exchange
          .begin()
          .whenComplete(
              (answer, problem) -> {
                one.problem = problem;
                ended.add(one);
              });
    }
  }

  private void settle(Running one) throws IOException {
    long length = one.segment.span().length();
    long received = one.exchange.received();
    boolean complete = ranged ? received == length : one.problem == null;
    if (ranged) {
      one.note(received);
    } else if (complete) {
      one.note(length);
    }
    if (complete) {
      breaks = 0;
      return;
    }
    DownloadException why =
        one.problem == null
            ? Failures.broken("the server sent less than it was asked for", null)
            : passing(one.problem);
    LOG.info("Broke off after {} of {} bytes: {}", received, length, why.getMessage());
    count(one, received);
    if (breaks >= settings.attempts()) {
      throw why;
    }
    waiting.addFirst(ranged ? rest(one.segment, received) : one.segment);
  }

  /// Segments that were under way together break together, which counts once.
  private void count(Running one, long received) {
    if (ranged && received >= WORTH_IT) {
      breaks = 0;
    }
    if (one.begun - lastBreak >= 0) {
      breaks++;
      lastBreak = System.nanoTime();
      notBefore = lastBreak + settings.pauseAfter(breaks).toNanos();
    }
  }

  private static Plan.Piece rest(Plan.Piece segment, long received) {
    Span span = segment.span();
    return new Plan.Piece(new Span(span.from() + received, span.to()), segment.at() + received);
  }

  /// The failure, where it may go by itself; else it is thrown.
  private static DownloadException passing(Throwable problem) throws IOException {
    if (problem instanceof DownloadException download && download.reason().passing()) {
      return download;
    }
    throw problem instanceof IOException io ? io : new IOException(problem);
  }

  private void cancelStalled() {
    long now = System.nanoTime();
    for (Running one : running) {
      if (now - one.exchange.lastNanos() > settings.stall().toNanos()) {
        one.exchange.cancel();
      }
    }
  }

  private void tell() {
    long done;
    synchronized (part) {
      done =
          part.kept()
              + running.stream().mapToLong(one -> one.exchange.received() - one.noted).sum();
    }
    listener.progressed(new Progress(done, total, speed.at(System.nanoTime(), done)));
  }

  /// What came of the segments under way is kept; what can't be noted will be fetched again.
  private void stopAll() {
    for (Running one : running) {
      one.exchange.cancel();
      try {
        if (ranged) {
          one.note(one.exchange.received());
        }
      } catch (IOException e) {
        LOG.warn("What was fetched could not be noted", e);
      }
    }
    running.clear();
  }
}
