package studio.pastiche.networks.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.networks.download.DownloadException.Reason;

/// Fetches one file, or what a plan wants of it, and goes on where an earlier try broke off.
///
/// @param client that follows no redirects by itself
public record Download(HttpClient client, Settings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);
  private static final int CHANGES = 2;
  private static final Duration TICK = Duration.ofMillis(100);

  /// How it ended.
  public enum End {
    /// What the plan wants is in the job's part.
    DONE,
    /// The server gives no parts: all of the file is in [#whole].
    WHOLE,
    PAUSED,
    CANCELLED
  }

  /// What is fetched.
  ///
  /// @param uri of the file; only HTTPS is taken
  /// @param part the file that it goes to; there may be some of it from an earlier time
  /// @param size of the file on the server in bytes, roughly; for servers that do not say
  /// @param planner chooses what is needed
  /// @param room is asked once it is known how many bytes the disk must still take
  public record Job(URI uri, Path part, long size, Plan.Planner planner, Room room) {}

  /// Checks that there is room.
  @FunctionalInterface
  public interface Room {
    /// Throws IOException where the disk can't take so many bytes more.
    void require(long bytes) throws IOException;
  }

  /// Fetches on this thread until all is here, or the user stops. Unless it was cancelled, what has
  /// come stays for the next time, also where this throws.
  ///
  /// @throws DownloadException for what the network or the server did
  /// @throws IOException from the planner, the room or the disk
  public End run(Job job, Control control, Listener listener)
      throws IOException, InterruptedException {
    try {
      for (int changes = 0; ; changes++) {
        try {
          return fetch(job, control, listener);
        } catch (DownloadException e) {
          if (e.reason() != Reason.CHANGED || changes == CHANGES) {
            throw e;
          }
          // what has come goes if the next answer tells of another file, not for a lapse
          LOG.info("Asking again what the file is: {}", e.getMessage());
        }
      }
    } catch (StoppedException e) {
      if (control.cancelled()) {
        forget(job.part());
        return End.CANCELLED;
      }
      return End.PAUSED;
    }
  }

  /// Removes what is there of a file that was not fetched to its end, or that is done with.
  public static void forget(Path part) throws IOException {
    PartFile.delete(part);
    PartFile.delete(whole(part));
  }

  /// Removes a file that turned out to be of no use, be it a part or a whole one.
  public static void discard(Path file) throws IOException {
    PartFile.delete(file);
  }

  /// Whether there is something that a next try may go on with.
  public static boolean begun(Path part) {
    return Files.exists(part) || Files.exists(whole(part));
  }

  /// Where the file goes if the server gives only all of it. It is another one than the part: a
  /// server that forgets for once how to give parts must not cost what has come.
  public static Path whole(Path part) {
    return part.resolveSibling(part.getFileName() + ".whole");
  }

  private End fetch(Job job, Control control, Listener listener)
      throws IOException, InterruptedException {
    Got first = bytes(job, new Span(0, Plan.Planner.FIRST), null, control);
    Answer file = first.answer();
    if (file.part()) {
      Plan plan =
          job.planner()
              .plan(first.bytes(), file.size(), span -> bytes(job, span, file, control).bytes());
      transfer(job, plan, file, control, listener);
      return End.DONE;
    }
    listener.turned(Listener.Turn.WHOLE_FILE);
    Plan plan = Plan.whole(file.size() < 0 ? job.size() : file.size());
    try {
      transfer(job, plan, new Answer(file.size(), "", false), control, listener);
    } catch (DownloadException e) {
      if (!e.reason().passing()) {
        PartFile.delete(whole(job.part()));
      }
      throw e;
    }
    return End.WHOLE;
  }

  private void transfer(Job job, Plan plan, Answer file, Control control, Listener listener)
      throws IOException, InterruptedException {
    String source = "%s %d %s".formatted(job.uri(), file.size(), file.version());
    Path to = file.part() ? job.part() : whole(job.part());
    try (PartFile part = PartFile.open(to, source, plan)) {
      if (part.kept() > 0) {
        listener.turned(Listener.Turn.RESUMED);
      } else if (part.anew()) {
        listener.turned(Listener.Turn.STARTED_ANEW);
      }
      job.room().require(plan.total() - part.kept());
      Transfer transfer =
          new Transfer(part, plan.total(), file.part(), settings, control, listener);
      transfer.run(
          (span, target) ->
              file.part()
                  ? exchange(job, span, file, target)
                  : whole(job, file, new Unpaged(target, job.uri())));
    }
  }

  /// A few bytes of the file, and what the server said of it.
  private record Got(byte[] bytes, Answer answer) {}

  /// Reads a few bytes, again and again where what is in the way may go by itself.
  private Got bytes(Job job, Span span, @Nullable Answer known, Control control)
      throws IOException, InterruptedException {
    for (int breaks = 1; ; breaks++) {
      Memory memory = new Memory();
      try {
        Answer answer = await(exchange(job, span, known, memory), control);
        return new Got(memory.bytes(), answer);
      } catch (DownloadException e) {
        if (!e.reason().passing() || breaks >= settings.attempts()) {
          throw e;
        }
        LOG.info("The beginning did not come: {}", e.getMessage());
      }
      waitFor(settings.pauseAfter(breaks), control);
    }
  }

  private static void waitFor(Duration pause, Control control)
      throws StoppedException, InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (control.stopped()) {
        throw new StoppedException();
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, TICK.toNanos()));
    }
  }

  private Exchange exchange(Job job, Span span, @Nullable Answer known, BodyWriter.Target target) {
    return new Exchange(
        client, new Exchange.Request(job.uri(), span, known, span.length()), target);
  }

  /// Where nobody says how large the file is, it may be a little larger than was thought.
  private Exchange whole(Job job, Answer known, BodyWriter.Target target) {
    long atMost = known.size() < 0 ? job.size() + job.size() / 10 : known.size();
    return new Exchange(client, new Exchange.Request(job.uri(), null, known, atMost), target);
  }

  private Answer await(Exchange exchange, Control control)
      throws IOException, InterruptedException {
    CompletableFuture<Answer> answer = exchange.begin();
    try {
      while (true) {
        if (control.stopped()) {
          throw new StoppedException();
        }
        try {
          return answer.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() - exchange.lastNanos() > settings.stall().toNanos()) {
            exchange.cancel();
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      exchange.cancel();
    }
  }

  /// Takes a few bytes into memory.
  private static final class Memory implements BodyWriter.Target {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(ByteBuffer bytes, long from) {
      byte[] some = new byte[bytes.remaining()];
      bytes.get(some);
      taken.writeBytes(some);
    }

    byte[] bytes() {
      return taken.toByteArray();
    }
  }
}
