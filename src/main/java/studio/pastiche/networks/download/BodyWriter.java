package studio.pastiche.networks.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.download.DownloadException.Reason;

/// Passes an answer's body on as it comes, and asks for more only when that is written.
final class BodyWriter implements BodySubscriber<Long> {
  private final Target target;
  private final long from;
  private final long atMost;
  private final CompletableFuture<Long> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private boolean stopped;
  private volatile long received;
  private volatile long lastNanos = System.nanoTime();

  /// Takes bytes.
  @FunctionalInterface
  interface Target {
    /// @param from where in the server's file the first of them lies
    void write(ByteBuffer bytes, long from) throws IOException;
  }

  /// @param from where in the server's file the body begins
  /// @param atMost how many bytes it may have
  BodyWriter(Target target, long from, long atMost) {
    this.target = target;
    this.from = from;
    this.atMost = atMost;
  }

  /// How many bytes the target has taken.
  long received() {
    return received;
  }

  /// When the last of them came, as System.nanoTime() has it.
  long lastNanos() {
    return lastNanos;
  }

  /// After this nothing is written any more.
  synchronized void stop() {
    stopped = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public CompletionStage<Long> getBody() {
    return end;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    lastNanos = System.nanoTime();
    if (stopped) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    if (stopped || subscription == null) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        int length = buffer.remaining();
        if (received + length > atMost) {
          throw Failures.failed(Reason.REFUSED, "the server sent more than it was asked for");
        }
        target.write(buffer, from + received);
        received += length;
      }
      lastNanos = System.nanoTime();
      subscription.request(1);
    } catch (IOException e) {
      stop();
      end.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable problem) {
    end.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    end.complete(received);
  }
}
