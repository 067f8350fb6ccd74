package studio.pastiche.networks.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.download.DownloadException.Reason;

/// Fetches one file, or what a plan wants of it, and goes on where an earlier try broke off.
///
/// @param client that follows no redirects by itself
public record Download(HttpClient client, Settings settings) {
  private static final int CHANGES = 2;

  /// How it ended.
  public enum End {
    DONE,
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
          fetch(job, control, listener);
          return End.DONE;
        } catch (DownloadException e) {
          if (e.reason() != Reason.CHANGED || changes == CHANGES) {
            throw e;
          }
          PartFile.delete(job.part());
          listener.turned(Listener.Turn.STARTED_ANEW);
        }
      }
    } catch (StoppedException e) {
      if (control.cancelled()) {
        PartFile.delete(job.part());
        return End.CANCELLED;
      }
      return End.PAUSED;
    }
  }

  /// Removes what is there of a file that was not fetched to its end, or that is done with.
  public static void forget(Path part) throws IOException {
    PartFile.delete(part);
  }

  private void fetch(Job job, Control control, Listener listener)
      throws IOException, InterruptedException {
    Memory first = new Memory();
    Span beginning = new Span(0, Plan.Planner.FIRST);
    Answer file = await(exchange(job, beginning, null, first), control);
    if (file.part()) {
      Plan plan =
          job.planner().plan(first.bytes(), file.size(), span -> bytes(job, span, file, control));
      transfer(job, plan, file, control, listener);
    } else {
      listener.turned(Listener.Turn.WHOLE_FILE);
      PartFile.delete(job.part());
      Answer unpinned = new Answer(file.size(), "", false);
      transfer(
          job, Plan.whole(file.size() < 0 ? job.size() : file.size()), unpinned, control, listener);
    }
  }

  private void transfer(Job job, Plan plan, Answer file, Control control, Listener listener)
      throws IOException, InterruptedException {
    String source = "%s %d %s".formatted(job.uri(), file.size(), file.version());
    try (PartFile part = PartFile.open(job.part(), source, plan)) {
      if (part.kept() > 0) {
        listener.turned(Listener.Turn.RESUMED);
      }
      job.room().require(plan.total() - part.kept());
      Transfer transfer =
          new Transfer(part, plan.total(), file.part(), settings, control, listener);
      transfer.run(
          (span, target) ->
              file.part()
                  ? exchange(job, span, file, target)
                  : exchange(job, null, null, new Unpaged(target, job.uri())));
    }
  }

  private byte[] bytes(Job job, Span span, Answer file, Control control)
      throws IOException, InterruptedException {
    Memory memory = new Memory();
    await(exchange(job, span, file, memory), control);
    return memory.bytes();
  }

  private Exchange exchange(
      Job job, @Nullable Span span, @Nullable Answer known, BodyWriter.Target target) {
    return new Exchange(client, new Exchange.Request(job.uri(), span, known), target);
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
          return answer.get(100, TimeUnit.MILLISECONDS);
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
