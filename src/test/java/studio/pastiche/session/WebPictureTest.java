package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pastiche.file.FileException;

/// Against a real server on this machine, and one that never says a word.
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class WebPictureTest {
  private static final byte[] PICTURE = {1, 2, 3};

  private final WebPicture web =
      new WebPicture(new WebPicture.Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 10_000));
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/photo.png", PICTURE.length, out -> out.write(PICTURE));
    answer("/large.png", 0, out -> out.write(new byte[20_000]));
    server.createContext(
        "/moved.png",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/photo.png");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void thePictureIsFetchedAlsoFromWhereItHasMovedTo() throws Exception {
    assertArrayEquals(PICTURE, web.fetch(at("/photo.png")));
    assertArrayEquals(PICTURE, web.fetch(at("/moved.png")));
  }

  @Test
  void aPictureThatIsNotThereIsNamedWithTheRemedy() {
    String words = problem(at("/missing.png"));
    assertTrue(words.startsWith("missing.png: the server"), words);
    assertTrue(words.contains("(404)") && words.contains("save the picture"), words);
  }

  @Test
  void moreThanTheLimitIsNotTaken() {
    String words = problem(at("/large.png"));
    assertTrue(words.contains("larger than"), words);
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    String words = problem(URI.create("http://localhost:" + nobody + "/a.png"));
    assertTrue(words.contains("no connection to localhost"), words);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    WebPicture impatient =
        new WebPicture(
            new WebPicture.Limits(Duration.ofMillis(200), Duration.ofMillis(300), 10_000));
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/a.png");
      String words =
          String.valueOf(
              assertThrows(FileException.class, () -> impatient.fetch(address)).getMessage());
      assertTrue(words.contains("does not answer in time"), words);
    }
  }

  @Test
  void fetchingCanBeCalledOff() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/a.png");
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread fetching =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      web.fetch(address);
                    } catch (FileException | InterruptedException e) {
                      outcome.complete(e);
                    }
                  });
      silent.accept().getInputStream().read();
      fetching.interrupt();
      assertEquals(InterruptedException.class, outcome.get().getClass());
    }
  }

  @Test
  void aPictureInsideItsAddressNeedsNoServer() throws Exception {
    assertArrayEquals(PICTURE, web.fetch(URI.create("data:image/png;base64,AQID")));
    assertTrue(problem(URI.create("data:text/plain,hello")).contains("no picture"));
  }

  @Test
  void itIsCalledAfterItsAddress() {
    assertEquals("my lake.jpg", WebPicture.nameOf(URI.create("https://a.org/b/my%20lake.jpg?c=d")));
    assertEquals("a.org", WebPicture.nameOf(URI.create("https://a.org/")));
    assertEquals("picture", WebPicture.nameOf(URI.create("data:image/png;base64,AQID")));
  }

  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private void answer(String path, long length, Body body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, length);
          try (OutputStream out = exchange.getResponseBody()) {
            body.write(out);
          } catch (IOException e) {
            // The other side has had enough.
          }
        });
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private String problem(URI address) {
    return String.valueOf(assertThrows(FileException.class, () -> web.fetch(address)).getMessage());
  }
}
