package studio.pastiche.networks.download;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Takes nothing of a body: the connection is closed at once, however much the server would send.
final class Refusal<T> implements BodySubscriber<T> {
  private final CompletableFuture<T> end;

  Refusal(T result) {
    end = CompletableFuture.completedFuture(result);
  }

  Refusal(DownloadException why) {
    end = CompletableFuture.failedFuture(why);
  }

  @Override
  public CompletionStage<T> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {}

  @Override
  public void onError(Throwable problem) {}

  @Override
  public void onComplete() {}
}
