package studio.pastiche.session;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Version;
import studio.pastiche.file.FileException;

/// Fetches the bytes of a picture from the web: over http or https, or out of the address itself
/// where it is a `data:` address. Waits no longer and takes no more than its limits allow.
public final class WebPicture {
  private final Limits limits;

  /// What a picture may cost.
  ///
  /// @param connect how long a server may take to answer at all
  /// @param whole how long all of it may take
  /// @param bytes how many there may be
  public record Limits(Duration connect, Duration whole, long bytes) {
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofMinutes(1), 100_000_000);
  }

  public WebPicture(Limits limits) {
    this.limits = limits;
  }

  /// What to call a picture from there: the last part of its address.
  public static String nameOf(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (!last.isBlank()) {
      return last;
    }
    return address.getHost() == null ? "picture" : address.getHost();
  }

  /// The bytes, whatever they are.
  ///
  /// @throws FileException saying what went wrong and what to do
  /// @throws InterruptedException where the thread was interrupted; the connection is given up
  public byte[] fetch(URI address) throws FileException, InterruptedException {
    if ("data".equalsIgnoreCase(address.getScheme())) {
      return inside(address);
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "Pastiche/" + Version.CURRENT)
            .header("Accept", "image/*")
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<byte[]> response = within(client, request);
      if (response.statusCode() != 200) {
        throw problem(
            address,
            "the server %s refuses it (%d); save the picture in the browser, then drop the file"
                .formatted(address.getHost(), response.statusCode()),
            null);
      }
      return response.body();
    } finally {
      client.shutdownNow();
    }
  }

  private HttpResponse<byte[]> within(HttpClient client, HttpRequest request)
      throws FileException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
    try {
      return answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw problem(request.uri(), tooSlow(request.uri()), e);
    } catch (ExecutionException e) {
      throw explained(request.uri(), e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private FileException explained(URI address, @Nullable Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return problem(address, tooSlow(address), cause);
    }
    if (cause instanceof ConnectException) {
      return problem(
          address,
          "there is no connection to %s; check the address and the network"
              .formatted(address.getHost()),
          cause);
    }
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    // The words of HttpResponse.BodySubscribers.limiting; the exception has no type of its own.
    if (message.contains("exceeds capacity")) {
      return problem(
          address,
          "it is larger than %d MB; save it in the browser and make it smaller"
              .formatted(limits.bytes() / 1_000_000),
          cause);
    }
    return problem(
        address,
        "the connection to %s broke (%s); try again, or save the picture in the browser"
            .formatted(address.getHost(), message),
        cause);
  }

  private String tooSlow(URI address) {
    return "the server %s does not answer in time; try again later, or save the picture in the browser"
        .formatted(address.getHost());
  }

  /// `data:image/png;base64,…`
  private static byte[] inside(URI address) throws FileException {
    String data = address.getRawSchemeSpecificPart();
    int comma = data.indexOf(',');
    try {
      if (comma > 0 && data.substring(0, comma).endsWith(";base64")) {
        byte[] text = data.substring(comma + 1).getBytes(StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder().decode(text);
      }
    } catch (IllegalArgumentException e) {
      throw problem(address, "its address is cut short; save the picture in the browser", e);
    }
    throw problem(address, "its address holds no picture; save it in the browser", null);
  }

  private static FileException problem(URI address, String words, @Nullable Throwable cause) {
    return new FileException(nameOf(address), words, cause);
  }
}
