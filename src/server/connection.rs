//! The loop between the wire and the service: every message is handled in the order it came,
//! up to its first real wait; what then waits goes on beside the others. It ends with `exit`, the
//! end of the input, or the end of the client's process.

use std::sync::mpsc::Sender;

use futures::future::poll_fn;
use futures::stream::FuturesUnordered;
use futures::{FutureExt, SinkExt, Stream, StreamExt};
use serde::Serialize;
use serde_json::Value;
use tokio::sync::mpsc::{Receiver, UnboundedReceiver};
use tower::Service;
use tower_lsp::ClientSocket;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::guard::Guard;
use super::wire::Frame;
use crate::lsp::from_proto;

/// A message of the client.
enum Message {
    /// A request or notification.
    Request(Request),
    /// An answer to a request of ours.
    Response(Response),
}

/// Serves until the end; returns the exit status.
pub(super) async fn serve<S>(
    mut guard: Guard<S>,
    socket: ClientSocket,
    mut input: Receiver<Frame>,
    output: Sender<Vec<u8>>,
    mut orphaned: UnboundedReceiver<()>,
) -> u8
where
    S: Service<Request, Response = Option<Response>>,
    S::Error: Send + 'static,
    S::Future: Send + 'static,
{
    let (mut requests, mut responses) = socket.split();
    let mut waiting = FuturesUnordered::new();
    loop {
        let delivered = tokio::select! {
            frame = input.recv() => match frame {
                None => return guard.status(),
                Some(Frame::Malformed(why)) => {
                    eprintln!("dinggao lsp: {why}");
                    send(&output, &Response::from_error(Id::Null, Error::parse_error()))
                }
                Some(Frame::Json(body)) => match message(body) {
                    None => send(&output, &Response::from_error(Id::Null, Error::invalid_request())),
                    Some(Message::Response(response)) => {
                        // An answer nobody asked for is no reason to stop.
                        let _ = responses.send(response).await;
                        Ok(())
                    }
                    Some(Message::Request(request)) if request.method() == "exit" => return guard.status(),
                    Some(Message::Request(request)) => {
                        if poll_fn(|context| guard.poll_ready(context)).await.is_err() {
                            return guard.status();
                        }
                        let mut answer = guard.call(request);
                        match futures::poll!(&mut answer) {
                            std::task::Poll::Ready(answer) => {
                                said_before(&mut requests, &output).and_then(|()| reply(&output, answer))
                            }
                            std::task::Poll::Pending => {
                                waiting.push(answer);
                                Ok(())
                            }
                        }
                    }
                },
            },
            Some(answer) = waiting.next() => {
                said_before(&mut requests, &output).and_then(|()| reply(&output, answer))
            }
            Some(request) = requests.next() => send(&output, &request),
            Some(()) = orphaned.recv() => return guard.status(),
        };
        if delivered.is_err() {
            return guard.status();
        }
    }
}

/// Nobody reads any longer.
struct Gone;

/// Sends what handlers have said to the client so far: the parts of a result must not come after it.
fn said_before(
    requests: &mut (impl Stream<Item = Request> + Unpin),
    output: &Sender<Vec<u8>>,
) -> Result<(), Gone> {
    while let Some(Some(request)) = requests.next().now_or_never() {
        send(output, &request)?;
    }
    Ok(())
}

fn reply<E>(output: &Sender<Vec<u8>>, answer: Result<Option<Response>, E>) -> Result<(), Gone> {
    match answer {
        Ok(Some(response)) => send(output, &response),
        Ok(None) => Ok(()),
        Err(_) => Err(Gone),
    }
}

fn send(output: &Sender<Vec<u8>>, message: &impl Serialize) -> Result<(), Gone> {
    let body = serde_json::to_vec(message).map_err(|_| Gone)?;
    output.send(body).map_err(|_| Gone)
}

/// What a body is; `None` for JSON that is no message.
fn message(mut body: Value) -> Option<Message> {
    if let Some(method) = body.get("method") {
        let method_is_shutdown = method == "shutdown";
        if method == "initialize"
            && let Some(params) = body.get_mut("params")
        {
            from_proto::rename_capabilities(params);
        }
        // The service takes none for nothing but their absence; Emacs writes null, Kate an empty object.
        if (body.get("params").is_some_and(Value::is_null) || method_is_shutdown)
            && let Some(members) = body.as_object_mut()
        {
            members.remove("params");
        }
        serde_json::from_value(body).ok().map(Message::Request)
    } else {
        body.as_object()?;
        serde_json::from_value(body).ok().map(Message::Response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bodies_are_requests_responses_or_nothing() {
        let request = json!({"jsonrpc": "2.0", "method": "x"});
        assert!(matches!(message(request), Some(Message::Request(_))));
        for none in [json!(null), json!({})] {
            let request = json!({"jsonrpc": "2.0", "method": "shutdown", "id": 1, "params": none});
            assert!(matches!(message(request), Some(Message::Request(it)) if it.params().is_none()));
        }
        let response = json!({"jsonrpc": "2.0", "id": 1, "result": null});
        assert!(matches!(message(response), Some(Message::Response(_))));
        for nothing in
            [json!(1), json!([]), json!({}), json!({"method": "x"}), json!({"jsonrpc": "1.0", "method": "x"})]
        {
            assert!(message(nothing.clone()).is_none(), "{nothing}");
        }
    }
}
