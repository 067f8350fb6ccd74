package studio.pastiche.networks.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Version;
import studio.pastiche.networks.download.DownloadException.Reason;

/// One request and its answer, along redirects as long as they stay within HTTPS. The client's own
/// redirects would go without a word where they lead elsewhere.
final class Exchange {
  private static final int REDIRECTS = 5;

  private final HttpClient client;
  private final Request request;
  private final BodyWriter body;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private @Nullable CompletableFuture<?> sent;
  private boolean cancelled;

  /// @param uri of the file
  /// @param span that is wanted, or null for all of it
  /// @param known what an earlier answer said, or null: the file must still be the same
  /// @param atMost how many bytes may come
  record Request(URI uri, @Nullable Span span, @Nullable Answer known, long atMost) {}

  Exchange(HttpClient client, Request request, BodyWriter.Target target) {
    this.client = client;
    this.request = request;
    Span span = request.span();
    body = new BodyWriter(target, span == null ? 0 : span.from(), request.atMost());
  }

  /// Begins; the future ends on one of the client's threads, after the last byte is written. Where
  /// a part was wanted and the server gives only the whole, it ends without a byte.
  CompletableFuture<Answer> begin() {
    send(request.uri(), REDIRECTS);
    return answer;
  }

  long received() {
    return body.received();
  }

  long lastNanos() {
    return body.lastNanos();
  }

  /// After this nothing is written any more, and the future ends soon.
  void cancel() {
    body.stop();
    CompletableFuture<?> current;
    synchronized (this) {
      cancelled = true;
      current = sent;
    }
    if (current != null) {
      current.cancel(true);
    }
  }

  private void send(URI uri, int redirects) {
    if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      fail(
          uri,
          Failures.failed(
              Reason.REDIRECT, "only addresses with https:// are fetched from, not " + uri));
      return;
    }
    CompletableFuture<HttpResponse<Optional<Answer>>> current;
    synchronized (this) {
      if (cancelled) {
        fail(uri, new CancellationException());
        return;
      }
      current = client.sendAsync(asked(uri), info -> taken(uri, info));
      sent = current;
    }
    current.whenComplete((response, problem) -> received(uri, redirects, response, problem));
  }

  private HttpRequest asked(URI uri) {
    HttpRequest.Builder get =
        HttpRequest.newBuilder(uri).GET().header("User-Agent", "Pastiche/" + Version.CURRENT);
    Span span = request.span();
    if (span != null) {
      get.header("Range", "bytes=%d-%d".formatted(span.from(), span.to() - 1));
    }
    return get.build();
  }

  /// Chooses what becomes of a body by what comes before it: nothing for a redirect.
  private BodySubscriber<Optional<Answer>> taken(URI uri, HttpResponse.ResponseInfo info) {
    if (redirect(info.statusCode())) {
      return BodySubscribers.replacing(Optional.empty());
    }
    Answer given;
    try {
      given = judged(uri, info.statusCode(), info.headers());
    } catch (DownloadException e) {
      return new Refusal<>(e);
    }
    if (!given.part() && request.span() != null) {
      return new Refusal<>(Optional.of(given));
    }
    return BodySubscribers.mapping(body, length -> Optional.of(given));
  }

  private Answer judged(URI uri, int status, HttpHeaders headers) throws DownloadException {
    if (status != 200 && status != 206) {
      throw Failures.status(uri, status);
    }
    String type = headers.firstValue("Content-Type").orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      throw Failures.page(uri);
    }
    Span span = request.span();
    Answer given =
        status == 200 || span == null
            ? Answer.whole(headers)
            : Answer.part(headers, span).orElseThrow(() -> Failures.otherBytes(uri));
    Answer known = request.known();
    if (known != null && !(given.sameFile(known) && given.part() == known.part())) {
      throw Failures.changed(request.uri());
    }
    return given;
  }

  private void received(
      URI uri,
      int redirects,
      @Nullable HttpResponse<Optional<Answer>> response,
      @Nullable Throwable problem) {
    if (response == null) {
      fail(uri, Objects.requireNonNullElseGet(problem, CancellationException::new));
      return;
    }
    Optional<Answer> given = response.body();
    if (given.isPresent()) {
      body.stop();
      answer.complete(given.get());
      return;
    }
    Optional<String> to = response.headers().firstValue("Location");
    if (redirects == 0 || to.isEmpty()) {
      fail(
          uri,
          Failures.failed(Reason.REDIRECT, Failures.host(uri) + " points elsewhere without end"));
      return;
    }
    try {
      send(uri.resolve(to.get()), redirects - 1);
    } catch (IllegalArgumentException e) {
      fail(
          uri,
          Failures.failed(
              Reason.REDIRECT, Failures.host(uri) + " points to no address: " + to.get()));
    }
  }

  private void fail(URI uri, Throwable problem) {
    body.stop();
    answer.completeExceptionally(Failures.explained(uri, problem));
  }

  private static boolean redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
}
