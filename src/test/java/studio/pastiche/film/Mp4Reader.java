package studio.pastiche.film;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB32;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import studio.pastiche.picture.Picture;

/// What an MP4 holds, decoded with FFmpeg as a player would.
record Mp4Reader(String codec, int colourSpace, double seconds, List<Picture> frames) {
  static Mp4Reader read(Path file) throws IOException {
    Ffmpeg.load(file);
    AVFormatContext format = new AVFormatContext(null);
    Ffmpeg.checked(
        avformat_open_input(format, file.toString(), (AVInputFormat) null, (AVDictionary) null));
    Ffmpeg.checked(avformat_find_stream_info(format, (AVDictionary) null));
    AVStream stream = format.streams(0);
    AVCodecContext codec = avcodec_alloc_context3(null);
    Ffmpeg.checked(avcodec_parameters_to_context(codec, stream.codecpar()));
    Ffmpeg.checked(
        avcodec_open2(codec, avcodec_find_decoder(codec.codec_id()), (AVDictionary) null));
    Mp4Reader found =
        new Mp4Reader(
            avcodec.avcodec_get_name(codec.codec_id()).getString(),
            codec.colorspace(),
            stream.duration() * (double) stream.time_base().num() / stream.time_base().den(),
            frames(format, codec));
    avcodec_free_context(codec);
    avformat_close_input(format);
    return found;
  }

  private static List<Picture> frames(AVFormatContext format, AVCodecContext codec)
      throws IOException {
    List<Picture> frames = new ArrayList<>();
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    while (av_read_frame(format, packet) >= 0) {
      Ffmpeg.checked(avcodec_send_packet(codec, packet));
      take(codec, frame, frames);
    }
    Ffmpeg.checked(avcodec_send_packet(codec, null));
    take(codec, frame, frames);
    av_packet_free(packet);
    av_frame_free(frame);
    return frames;
  }

  private static void take(AVCodecContext codec, AVFrame frame, List<Picture> frames) {
    while (avcodec_receive_frame(codec, frame) >= 0) {
      frames.add(picture(frame));
    }
  }

  /// As a player does that takes the file at its word: BT.709, narrow range.
  private static Picture picture(AVFrame frame) {
    int width = frame.width();
    int height = frame.height();
    SwsContext conversion =
        sws_getContext(
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_RGB32,
            SWS_BICUBIC,
            null,
            null,
            (DoublePointer) null);
    IntPointer bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(conversion, bt709, 0, bt709, 1, 0, 1 << 16, 1 << 16);
    int[] argb = new int[width * height];
    AVFrame target = av_frame_alloc();
    try (IntPointer pixels = new IntPointer((long) width * height)) {
      target.data(0, new BytePointer(pixels));
      target.linesize(0, 4 * width);
      sws_scale(
          conversion, frame.data(), frame.linesize(), 0, height, target.data(), target.linesize());
      pixels.get(argb);
    }
    av_frame_free(target);
    sws_freeContext(conversion);
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= 0xff000000;
    }
    return Picture.fromArgb(width, height, argb);
  }
}
