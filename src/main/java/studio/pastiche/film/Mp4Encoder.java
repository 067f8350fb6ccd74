package studio.pastiche.film;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Writes an MP4 with FFmpeg's libraries: H.264 by OpenH264, or MPEG-4 part 2 where a build lacks
/// it, with the index in front so that it plays while it loads.
final class Mp4Encoder implements FilmEncoder {
  private static final String H264 = "libopenh264";

  /// Some players stumble over fewer pictures a second: each is then shown several times.
  private static final double SLOWEST = 5;

  /// Between the encoder's 0 (exact) and 51: strokes stay crisp up to here.
  private static final int COARSEST = 24;

  private static final double BITS_PER_PIXEL = 0.4;

  private final YuvFrame yuv;
  private final int repeats;
  private final AVFormatContext file = new AVFormatContext(null);
  private final AVIOContext out = new AVIOContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVCodecContext codec;
  private long next;

  private Mp4Encoder(Path path, Size size, double rate, AVCodec encoder) throws IOException {
    repeats = (int) Math.max(1, Math.ceil(SLOWEST / rate));
    codec = avcodec_alloc_context3(encoder);
    configure(size, rate * repeats);
    yuv = new YuvFrame(size);
    try {
      open(path.toString(), encoder);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// A film of that size at `rate` pictures a second.
  ///
  /// @param film as the artist named it, for the words of a failure
  /// @param path of the file to write
  static Mp4Encoder open(Path film, Path path, Size size, double rate) throws IOException {
    Ffmpeg.load(film);
    @Nullable AVCodec encoder = avcodec_find_encoder_by_name(H264);
    if (encoder == null) {
      encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    }
    if (encoder == null) {
      throw new FileException(
          film.toString(), "this FFmpeg has no encoder for MP4; save a GIF", null);
    }
    return new Mp4Encoder(path, size, rate, encoder);
  }

  private void configure(Size size, double rate) {
    AVRational frames = av_d2q(rate, 60_000);
    codec.width(size.width());
    codec.height(size.height());
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.framerate(frames);
    codec.time_base(av_inv_q(frames));
    codec.gop_size((int) Math.ceil(2 * rate));
    codec.max_b_frames(0);
    codec.bit_rate((long) Math.max(500_000, size.pixels() * rate * BITS_PER_PIXEL));
    codec.qmin(8);
    codec.qmax(COARSEST);
    codec.color_range(AVCOL_RANGE_MPEG);
    codec.colorspace(AVCOL_SPC_BT709);
    codec.color_primaries(AVCOL_PRI_BT709);
    codec.color_trc(AVCOL_TRC_BT709);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
  }

  private void open(String path, AVCodec encoder) throws IOException {
    Ffmpeg.checked(avformat_alloc_output_context2(file, null, "mp4", path));
    try (Options options = new Options("profile", "high")) {
      Ffmpeg.checked(avcodec_open2(codec, encoder, options.all));
    }
    AVStream stream = avformat_new_stream(file, null);
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    Ffmpeg.checked(avcodec_parameters_from_context(stream.codecpar(), codec));
    Ffmpeg.checked(avio_open(out, path, AVIO_FLAG_WRITE));
    file.pb(out);
    try (Options options = new Options("movflags", "+faststart")) {
      Ffmpeg.checked(avformat_write_header(file, options.all));
    }
  }

  @Override
  public void add(Picture picture, int beats) throws IOException {
    for (int i = 0; i < beats * repeats; i++) {
      yuv.fill(picture);
      yuv.frame().pts(next++);
      encode(yuv.frame());
    }
  }

  @Override
  public void finish() throws IOException {
    encode(null);
    Ffmpeg.checked(av_write_trailer(file));
    int closed = avio_closep(out);
    file.pb(null);
    Ffmpeg.checked(closed);
  }

  /// @param frame null to fetch what the encoder still holds back
  private void encode(@Nullable AVFrame frame) throws IOException {
    Ffmpeg.checked(avcodec_send_frame(codec, frame));
    AVStream stream = file.streams(0);
    while (true) {
      int answer = avcodec_receive_packet(codec, packet);
      if (answer == AVERROR_EOF || answer == AVERROR_EAGAIN()) {
        return;
      }
      Ffmpeg.checked(answer);
      packet.duration(1);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      Ffmpeg.checked(av_interleaved_write_frame(file, packet));
    }
  }

  @Override
  public void close() {
    if (!out.isNull()) {
      avio_closep(out);
    }
    avformat_free_context(file);
    avcodec_free_context(codec);
    av_packet_free(packet);
    yuv.close();
  }

  /// One of FFmpeg's named options, let go when it was used.
  private static final class Options implements AutoCloseable {
    final AVDictionary all = new AVDictionary(null);

    Options(String name, String value) {
      av_dict_set(all, name, value, 0);
    }

    @Override
    public void close() {
      av_dict_free(all);
    }
  }
}
