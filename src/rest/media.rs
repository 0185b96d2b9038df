//! Pictures at the REST door: taking them in, and giving them out.

use std::ops::Range;

use actix_web::body::{MessageBody, SizedStream};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_SECURITY_POLICY, ETAG,
    X_CONTENT_TYPE_OPTIONS,
};
use actix_web::web::{Bytes, Path, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::{StreamExt as _, stream};

use super::desk::{answer_entry, written};
use crate::app::Context;
use crate::app::media::{self, Found, Naming, Pieces, Sent};
use crate::domain::image::{FocalPoint, Format};
use crate::domain::{Error, Id, Result};
use crate::http::answer::{self, NO_STORE};
use crate::http::request::Body;
use crate::http::{
    Client, Form, Parameter, Parameters, Problem, Route, multipart, problem, range, request as sent,
};
use crate::media::variant::{Fit, MAX_SIDE, Wanted};

const PICTURE: Route = Route {
    path: "/v1/media/{id}/{file}",
    name: "get_media",
    summary: "A stored picture, or a variant of it",
    doc: "The picture of an image, as its `url` names it. What is below an address never changes, so caches may keep it \
          for ever. A variant is never larger than the picture. One that is cut (`fit=cover` with `w` and `h`) without \
          `focus` follows the focal point of the image, and caches must ask whether it has moved. Whoever was \
          interrupted may go on with `Range` and `If-Range`.",
    variables: &[
        Parameter { name: "id", form: Form::Id, doc: "The image." },
        Parameter { name: "file", form: Form::Text(EXAMPLE), doc: "The name of the file." },
    ],
    parameters: &[VARIANT],
    media_types: &["image/jpeg", "image/png", "image/webp"],
    statuses: &[206, 304, 400, 401, 403, 404, 451, 503],
};

const EXAMPLE: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.jpg";

const VARIANT: &[Parameter] = &[
    Parameter { name: "w", form: Form::Number, doc: "Width at most, in pixels: 1 to 4096." },
    Parameter { name: "h", form: Form::Number, doc: "Height at most, in pixels: 1 to 4096." },
    Parameter {
        name: "fit",
        form: Form::OneOf(&["contain", "cover"]),
        doc: "`contain`, unless given, shows the whole picture inside `w` and `h`; `cover` cuts it to their proportions.",
    },
    Parameter {
        name: "focus",
        form: Form::Text("500,333"),
        doc: "The point that `cover` keeps in sight: x and y in thousandths from the upper left, as in `focalPoint`.",
    },
    Parameter {
        name: "format",
        form: Form::OneOf(&["jpeg", "png", "webp"]),
        doc: "The format; that of the picture, unless given. A picture in another format has at most 4096 pixels on a \
              side.",
    },
    Parameter { name: "q", form: Form::Number, doc: "The quality of JPEG and WebP: 1 to 100, usually 80." },
];

/// The routes of stored pictures.
pub(super) const ROUTES: &[Route] = &[PICTURE];

/// Registers them.
pub(super) fn routes(config: &mut ServiceConfig) {
    PICTURE.register(config, picture);
}

/// Makes an image of a file that is sent along.
pub(super) async fn upload(
    Client(context): Client,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let naming = naming(&request)?;
    let form = form(&context, &request, payload);
    let entry = media::upload(&context, naming, form).await?;
    Ok(answer_entry(StatusCode::CREATED, &entry, Some(location(entry.revision.id)))?)
}

/// Makes an image of what is at an address.
pub(super) async fn fetch(
    Client(context): Client,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    let naming = naming(&request)?;
    let mut document = sent::json(&request, &body)?;
    let url = document.as_object_mut().and_then(|members| members.shift_remove("url"));
    let url = url.as_ref().and_then(|url| url.as_str()).unwrap_or_default();
    let once = sent::once(&request, &body)?;
    let entry = media::fetch(&context, naming, url, document, once).await?;
    Ok(answer_entry(StatusCode::CREATED, &entry, Some(location(entry.revision.id)))?)
}

/// Gives an image another file.
pub(super) async fn replace(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let note = written::note(&request)?;
    let (id, expected) = (id.parse()?, sent::if_match(&request)?);
    let form = form(&context, &request, payload);
    let entry = media::replace(&context, id, expected, note, form).await?;
    Ok(answer_entry(StatusCode::OK, &entry, None)?)
}

fn naming(request: &HttpRequest) -> Result<Naming> {
    let (note, id) = written::note_and_id(request)?;
    Ok(Naming { id, note })
}

fn location(id: Id) -> String {
    format!("/v1/images/{id}")
}

async fn form(context: &Context, request: &HttpRequest, payload: Payload) -> Result<Sent> {
    let form = multipart::read(request, payload, context.app.media().limits().bytes).await?;
    let once = sent::once(request, &form.identity())?;
    Ok(Sent { bytes: form.file.into(), document: form.data, once })
}

async fn picture(
    Client(context): Client,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), PICTURE.parameters)?;
    let wanted = wanted(&parameters)?;
    let (id, file) = path.into_inner();
    let found = media::find(&context, id.parse()?, &file, wanted).await?;
    let etag = etag(&found);
    if answer::has_copy(request.headers(), &etag) {
        return Ok(head(HttpResponse::NotModified(), &found, etag).finish());
    }
    let source = media::open(&context.app, found).await?;
    let length = source.length();
    let part = range::asked(&request, &etag, length);
    let mut response = match &part {
        Some(Range { start, end }) => {
            let mut response = HttpResponse::PartialContent();
            response.insert_header((CONTENT_RANGE, format!("bytes {start}-{}/{length}", end - 1)));
            response
        }
        None => HttpResponse::Ok(),
    };
    response.content_type(found.format().media_type()).insert_header((ACCEPT_RANGES, "bytes"));
    let pieces = Pieces::of(source, part.unwrap_or(0..length));
    Ok(head(response, &found, etag).body(body(pieces).await?))
}

/// The bytes as they are read. The first piece comes before the status: what is not there is not said to be.
async fn body(mut pieces: Pieces) -> Result<impl MessageBody + 'static> {
    let length = pieces.length();
    let first = pieces.next().await.transpose()?;
    let first = stream::iter(first.map(Ok));
    let rest = stream::unfold(pieces, async |mut pieces| Some((pieces.next().await?, pieces)));
    let all = first.chain(rest).map(|piece| piece.map(Bytes::from).inspect_err(problem::log_failure));
    Ok(SizedStream::new(length, Box::pin(all)))
}

/// The file and what is made of it: known before it is made.
fn etag(found: &Found) -> String {
    let digest = found.measured.file.digest;
    answer::etag(format!("{digest} {:?} {}", found.plan, env!("CARGO_PKG_VERSION")).as_bytes())
}

/// What browsers may do with a picture: show it, whatever is hidden in it.
fn head(
    mut response: actix_web::HttpResponseBuilder,
    found: &Found,
    etag: String,
) -> actix_web::HttpResponseBuilder {
    let kept = match (found.confidential, found.forever) {
        (true, _) => NO_STORE,
        (false, true) => "public, max-age=31536000, immutable",
        (false, false) => "public, no-cache",
    };
    response
        .insert_header((ETAG, etag))
        .insert_header((CACHE_CONTROL, kept))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header((CONTENT_DISPOSITION, "inline"));
    response
}

fn wanted(parameters: &Parameters) -> Result<Wanted> {
    let fit = |word: &str| match word {
        "contain" => Some(Fit::Contain),
        "cover" => Some(Fit::Cover),
        _ => None,
    };
    let quality = up_to(parameters, "q", 100)?;
    Ok(Wanted {
        width: up_to(parameters, "w", MAX_SIDE)?,
        height: up_to(parameters, "h", MAX_SIDE)?,
        fit: parameters.one_of("fit", fit)?.unwrap_or_default(),
        format: parameters.one_of("format", Format::parse)?,
        quality: quality.and_then(|quality| u8::try_from(quality).ok()),
        focus: parameters.get("focus").map(focus).transpose()?,
    })
}

fn up_to(parameters: &Parameters, name: &'static str, most: u32) -> Result<Option<u32>> {
    match parameters.number(name)? {
        Some(number) if number > most => {
            Err(Error::parameter(name, format!("{name} is {number}; it may be 1 to {most}.")))
        }
        number => Ok(number),
    }
}

fn focus(text: &str) -> Result<FocalPoint> {
    let point = text.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
    match point {
        Some((x, y)) if x <= 1000 && y <= 1000 => Ok(FocalPoint { x, y }),
        _ => {
            let detail = format!("focus is {text}; it must be x and y from 0 to 1000, such as 500,333.");
            Err(Error::parameter("focus", detail))
        }
    }
}
